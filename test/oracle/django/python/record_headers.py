"""Suite django-headers: the headers of requests, and those of responses."""

import io

from django import http
from django.http.request import HttpHeaders

from values import attempt, decode

REQUEST_STEPS = {
    "items": lambda headers: [list(pair) for pair in headers.items()],
    "len": len,
    "repr": repr,
    "get": lambda headers, name: headers.get(name),
    "item": lambda headers, name: headers[name],
    "contains": lambda headers, name: name in headers,
}

RESPONSE_STEPS = {
    "items": lambda response: [list(pair) for pair in response.items()],
    "serialize_headers": lambda response: response.serialize_headers(),
    "serialize": lambda response: response.serialize(),
    "repr": repr,
    "status": lambda response: response.status_code,
    "reason": lambda response: response.reason_phrase,
    "charset": lambda response: response.charset,
    "content": lambda response: response.content,
    "url": lambda response: response.url,
    "tell": lambda response: response.tell(),
    "get": lambda response, *given: response.get(*given),
    "item": lambda response, name: response[name],
    "contains": lambda response, name: name in response,
    "set": lambda response, name, value: response.__setitem__(name, value),
    "setdefault": lambda response, name, value: response.setdefault(name, value),
    "delete": lambda response, name: response.__delitem__(name),
    "write": lambda response, value: response.write(value),
    "set_content": lambda response, value: setattr(response, "content", value),
    "set_reason": lambda response, value: setattr(response, "reason_phrase", value),
    "set_charset": lambda response, value: setattr(response, "charset", value),
}


class File(io.BytesIO):
    """A file in memory, with a name where it is given one."""


def make_response(case):
    kind = getattr(http, case.get("class", "HttpResponse"))
    options = {name: decode(value) for name, value in case.get("options", {}).items()}
    if "content" not in case:
        return kind(**options)
    content = decode(case["content"])
    if kind is http.FileResponse:
        content = File(content)
        if "named" in case:
            content.name = case["named"]
    return kind(content, **options)


def take(steps, subject, step):
    name, *given = step
    return attempt(lambda: steps[name](subject, *map(decode, given)))


def run(case):
    """What one case of the suite did."""
    if "environ" in case:
        headers = HttpHeaders({key: decode(value) for key, value in case["environ"]})
        return {"steps": [take(REQUEST_STEPS, headers, step) for step in case["steps"]]}
    made = []
    out = attempt(lambda: made.append(make_response(case)))
    if "error" in out:
        return out
    return {"steps": [take(RESPONSE_STEPS, made[0], step) for step in case["steps"]]}

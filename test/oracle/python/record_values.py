"""Suite wsgiref-values: one call, or a few calls of one object, and what came of them."""

import io
from wsgiref import handlers, headers, util

from oracle_values import attempt, decode, decode_headers, encode


def pairs(headers):
    """A header list with arrays for tuples, since an application may write either."""
    return [list(pair) if isinstance(pair, tuple) else encode(pair) for pair in headers]


HEADER_CALLS = {
    "len": len,
    "get": lambda h, *given: h.get(*given),
    "item": lambda h, name: h[name],
    "contains": lambda h, name: name in h,
    "get_all": lambda h, name: h.get_all(name),
    "keys": lambda h: h.keys(),
    "values": lambda h: h.values(),
    "items": lambda h: pairs(h.items()),
    "set": lambda h, name, value: h.__setitem__(name, value),
    "delete": lambda h, name: h.__delitem__(name),
    "setdefault": lambda h, name, value: h.setdefault(name, value),
    "add_header": lambda h, name, value, params: h.add_header(name, value, **params),
    "str": str,
    "bytes": bytes,
    "repr": repr,
}


def run_headers(case):
    given = decode_headers(case["start"])
    made = attempt(lambda: headers.Headers(given) and None)
    if "error" in made:
        return made
    subject = headers.Headers(given)
    steps = [
        attempt(lambda: HEADER_CALLS[name](subject, *map(decode, arguments)))
        for name, *arguments in case["steps"]
    ]
    out = {"steps": steps, "list": pairs(subject.items())}
    if isinstance(given, list):
        out["given"] = pairs(given)
    return out


def with_environ(call):
    def run(case):
        environ = {key: decode(value) for key, value in case["environ"]}
        out = attempt(lambda: call(environ, *case.get("arguments", [])))
        out["environ"] = encode(environ)
        return out

    return run


def run_file(case):
    data = case["data"]
    stream = io.StringIO(data) if case["text"] else io.BytesIO(data.encode("latin-1"))
    closes = []

    class Reader:
        def read(self, size):
            return stream.read(size)

    if case["close"]:
        Reader.close = lambda self: closes.append(1)
    arguments = [] if case["size"] is None else [case["size"]]
    wrapper = util.FileWrapper(Reader(), *arguments)
    calls = {
        "next": lambda: next(wrapper, None),
        "rest": lambda: list(wrapper),
        "closable": lambda: hasattr(wrapper, "close"),
        "close": lambda: wrapper.close(),
        "self": lambda: iter(wrapper) is wrapper,
    }
    return {"steps": [attempt(calls[step]) for step in case["steps"]], "closes": len(closes)}


RUNNERS = {
    "Headers": run_headers,
    "FileWrapper": run_file,
    "shift_path_info": with_environ(util.shift_path_info),
    "request_uri": with_environ(util.request_uri),
    "application_uri": with_environ(util.application_uri),
    "guess_scheme": with_environ(util.guess_scheme),
    "setup_testing_defaults": with_environ(util.setup_testing_defaults),
    "is_hop_by_hop": lambda case: attempt(lambda: util.is_hop_by_hop(*case["arguments"])),
    "format_date_time": lambda case: attempt(
        lambda: handlers.format_date_time(*case["arguments"])
    ),
}


def run(case):
    """What one case of the suite did."""
    return RUNNERS[case["subject"]](case)

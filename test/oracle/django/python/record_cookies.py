"""Suite django-cookies: cookies that a browser sends, and those that a response sets."""

import datetime

from django.core.handlers.wsgi import get_str_from_wsgi
from django.http import HttpResponse, SimpleCookie, parse_cookie

from values import attempt, decode


class Frozen(datetime.datetime):
    """A moment whose clock stands where time.time() does."""

    @classmethod
    def utcnow(cls):
        return cls(2019, 5, 1)

    def astimezone(self, tz=None):
        moved = super().astimezone(tz)
        return Frozen.combine(moved.date(), moved.timetz())


def option(value):
    decoded = decode(value)
    if isinstance(decoded, datetime.datetime):
        return Frozen.combine(decoded.date(), decoded.timetz())
    return decoded


def options(given):
    return {name: option(value) for name, value in given.items()}


STEPS = {
    "set_cookie": lambda response, name, value, given: response.set_cookie(
        name, decode(value), **options(given)
    ),
    "delete_cookie": lambda response, name, given: response.delete_cookie(
        name, **options(given)
    ),
}


def run_steps(case):
    response = HttpResponse()
    steps = [
        attempt(lambda: STEPS[name](response, *given)) for name, *given in case["steps"]
    ]
    return {
        "steps": steps,
        "output": attempt(lambda: [c.output(header="") for c in response.cookies.values()]),
    }


def run_load(case):
    cookies = SimpleCookie()
    out = attempt(lambda: cookies.load(case["load"]))
    out["cookies"] = [
        [morsel.key, morsel.value, morsel.coded_value] for morsel in cookies.values()
    ]
    out["output"] = cookies.output()
    return out


def run(case):
    """What one case of the suite did."""
    if "header" in case:
        return attempt(lambda: parse_cookie(case["header"]))
    if "native" in case:
        environ = {"HTTP_COOKIE": case["native"]}
        return attempt(lambda: parse_cookie(get_str_from_wsgi(environ, "HTTP_COOKIE", "")))
    if "load" in case:
        return run_load(case)
    return run_steps(case)

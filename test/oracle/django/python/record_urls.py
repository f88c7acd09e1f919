"""Suite django-urls: what a path resolves to, and what a name comes back as."""

from django.urls import Resolver404, get_resolver, resolve, reverse, set_script_prefix

from described_urlconfs import PREFIX, prepare, view
from values import attempt, decode, encode_error

__all__ = ["prepare", "run"]


def look_up(case):
    match = resolve(case["path"], PREFIX + case["urlconf"])
    return [
        match.func.__name__,
        match.args,
        match.kwargs,
        match.url_name,
        match.app_names,
        match.namespaces,
        match.route,
        match.view_name,
    ]


def turn_back(case):
    asked = case["name"]
    name = asked if isinstance(asked, str) else view(asked["view"])
    set_script_prefix(case.get("prefix", "/"))
    return reverse(
        name,
        PREFIX + case["urlconf"],
        decode(case.get("args", [])),
        decode(case.get("kwargs", {"dict": []})),
        case.get("current_app"),
    )


def places(case, tried):
    """Where in its list each of the patterns stands that were tried, from the outside in."""
    found = []
    for steps in tried:
        inside, path = get_resolver(PREFIX + case["urlconf"]), []
        for step in steps:
            path.append(next(at for at, each in enumerate(inside.url_patterns) if each is step))
            inside = step
        found.append(path)
    return found


def run(case):
    """What one case of the suite did."""
    if "path" not in case:
        return attempt(lambda: turn_back(case))
    missed = []

    def look():
        try:
            return look_up(case)
        except Resolver404 as error:
            missed.append(error)

    out = attempt(look)
    if not missed:
        return out
    (error,) = missed
    told = error.args[0]
    out = {"path": told["path"], "tried": places(case, told["tried"]) if "tried" in told else None}
    if case.get("say"):
        out["error"] = encode_error(error)
    return out

"""Suite django-querydict: a QueryDict is made, then looked at and changed step by step."""

import copy

from django.http import QueryDict

from calls import settings_of
from values import attempt, decode


def argument(value):
    """An argument of a step; {"query": text} is another QueryDict."""
    if isinstance(value, dict) and "query" in value:
        return QueryDict(value["query"])
    return decode(value)


def of_copy(make):
    def look(query, *steps):
        other = make(query)
        return [take(other, step) for step in steps]

    return look


def lists(query):
    return [[key, list(values)] for key, values in query.lists()]


STEPS = {
    "lists": lists,
    "items": lambda query: [[key, value] for key, value in query.items()],
    "keys": lambda query: list(query.keys()),
    "values": lambda query: list(query.values()),
    "dict": lambda query: query.dict(),
    "repr": repr,
    "len": len,
    "mutable": lambda query: query._mutable,
    "encoding": lambda query: query.encoding,
    "urlencode": lambda query, *safe: query.urlencode(*safe),
    "item": lambda query, key: query[key],
    "contains": lambda query, key: key in query,
    "get": lambda query, *given: query.get(*given),
    "getlist": lambda query, *given: query.getlist(*given),
    "set": lambda query, key, value: query.__setitem__(key, value),
    "delete": lambda query, key: query.__delitem__(key),
    "setlist": lambda query, key, values: query.setlist(key, values),
    "setlistdefault": lambda query, *given: list(query.setlistdefault(*given)),
    "setdefault": lambda query, *given: query.setdefault(*given),
    "appendlist": lambda query, key, value: query.appendlist(key, value),
    "pop": lambda query, *given: query.pop(*given),
    "popitem": lambda query: query.popitem(),
    "clear": lambda query: query.clear(),
    "update": lambda query, other: query.update(other),
}

COPIES = {
    "copy": of_copy(lambda query: query.copy()),
    "copy.copy": of_copy(copy.copy),
    "copy.deepcopy": of_copy(copy.deepcopy),
}


def take(query, step):
    """What came of a step; those of a copy are steps themselves."""
    name, *given = step
    if name in COPIES:
        return COPIES[name](query, *given)
    return attempt(lambda: STEPS[name](query, *map(argument, given)))


def make(case):
    options = {name: case[name] for name in ("mutable", "encoding") if name in case}
    if "keys" not in case:
        return QueryDict(decode(case["query"]), **options)
    if "value" in case:
        options["value"] = decode(case["value"])
    return QueryDict.fromkeys(decode(case["keys"]), **options)


def run(case):
    """What one case of the suite did."""
    with settings_of(case):
        made = []
        out = attempt(lambda: made.append(make(case)))
        if "error" in out:
            return out
        return {"steps": [take(made[0], step) for step in case["steps"]]}

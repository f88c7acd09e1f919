"""The source of a name, as Python's own inspect gives it."""

import inspect
import json
from importlib import import_module
from textwrap import dedent


def of(name):
    """`module:qualified.name` as JSON: its text, its file and the line that it begins on."""
    module, _, path = name.partition(":")
    found = inspect.unwrap(_function(_attribute(import_module(module), path)))
    lines, first = inspect.getsourcelines(found)
    file = inspect.getsourcefile(found).partition("/site-packages/")[2]
    return json.dumps({"code": dedent("".join(lines)), "file": file, "line": first})


def _attribute(module, path):
    for part in path.partition(".<locals>")[0].split("."):
        module = inspect.getattr_static(module, part)
    return module


def _function(found):
    if isinstance(found, (staticmethod, classmethod)):
        return found.__func__
    if isinstance(found, property):
        return found.fget
    return getattr(found, "func", found)

"""URLconfs made of descriptions, each a module that is made when it is imported."""

import importlib
import importlib.machinery
import sys
import types

from django.urls import converters, include, path, re_path, register_converter

from values import decode

KINDS = {"path": path, "re_path": re_path}
PACKAGE = "urlconfs"
PREFIX = PACKAGE + "."


class Four:
    regex = "[0-9]{4}"
    to_python = staticmethod(int)
    to_url = staticmethod(lambda value: "%04d" % value)


class Odd(converters.IntConverter):
    def to_python(self, value):
        number = int(value)
        if number % 2 == 0:
            raise ValueError("even")
        return number


class Hex:
    regex = "[0-9a-f]+"
    to_python = staticmethod(lambda value: int(value, 16))
    to_url = staticmethod(lambda value: "%x" % value)


class Any(converters.StringConverter):
    regex = ".*"


class Choice(converters.StringConverter):
    regex = "(a|bc)"


class List:
    regex = "[0-9,]+"

    def to_python(self, value):
        return [int(item) for item in value.split(",")]

    def to_url(self, value):
        return ",".join(str(item) for item in value)


class Nothing(converters.SlugConverter):
    def to_python(self, value):
        return None


class Boom:
    regex = "[a-z]+"

    def to_python(self, value):
        raise TypeError("boom")

    def to_url(self, value):
        raise TypeError("boom")


class Inner(converters.StringConverter):
    regex = "(?P<letter>x)y"


CONVERTERS = {
    "four": Four,
    "odd": Odd,
    "hex": Hex,
    "any": Any,
    "choice": Choice,
    "list": List,
    "none": Nothing,
    "boom": Boom,
    "inner": Inner,
}

DESCRIPTIONS = {}
VIEWS = {}


class Importer:
    """Finds the described URLconfs, and makes them."""

    def find_spec(self, name, path=None, target=None):
        if name == PACKAGE:
            return importlib.machinery.ModuleSpec(name, self, is_package=True)
        if name.startswith(PREFIX) and name[len(PREFIX):] in DESCRIPTIONS:
            return importlib.machinery.ModuleSpec(name, self)
        return None

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        name = module.__name__
        module.__spec__ = module.__loader__ = None
        if name != PACKAGE:
            fill(module, DESCRIPTIONS[name[len(PREFIX):]])


def prepare(shared):
    DESCRIPTIONS.update(shared)
    for name, converter in CONVERTERS.items():
        register_converter(converter, name)
    sys.meta_path.append(Importer())


def view(name):
    """The view of a name: the same function each time."""
    if name not in VIEWS:
        made = types.FunctionType((lambda request: None).__code__, {}, name)
        made.__module__ = "views"
        made.__qualname__ = name
        VIEWS[name] = made
    return VIEWS[name]


def included(target):
    name, namespace = target["include"], target.get("namespace")
    if target["as"] == "module":
        return include(PREFIX + name, namespace)
    patterns = importlib.import_module(PREFIX + name).urlpatterns
    if target["as"] == "list":
        return include(patterns, namespace)
    app_name = DESCRIPTIONS[name].get("app_name", "app")
    return include((patterns, app_name), namespace)


def entry(kind, route, target, options=None):
    options = options or {}
    kwargs = {key: decode(value) for key, value in options.get("kwargs", [])}
    leads_to = view(target) if isinstance(target, str) else included(target)
    return KINDS[kind](route, leads_to, kwargs or None, options.get("name"))


def fill(module, description):
    if description["patterns"] is not None:
        module.urlpatterns = [entry(*given) for given in description["patterns"]]
    if "app_name" in description:
        module.app_name = description["app_name"]

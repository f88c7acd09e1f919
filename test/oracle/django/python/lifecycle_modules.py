"""Modules whose bodies are steps, and what such bodies define."""

import importlib
import importlib.abc
import importlib.util
import os
import sys

from django.apps import AppConfig
from django.core.wsgi import get_wsgi_application
from django.db import transaction
from django.http import HttpResponse
from django.urls import path

from lifecycle_program import decode_all


class DescribedModules(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds the modules of a case; the body of one is steps of the program."""

    def __init__(self, program, bodies):
        self.program = program
        self.bodies = bodies
        sys.meta_path.insert(0, self)

    def find_spec(self, name, path, target=None):
        if name not in self.bodies:
            return None
        place = self.program.root + "/" + name.replace(".", "/")
        is_package = any(other.startswith(name + ".") for other in self.bodies)
        return importlib.util.spec_from_file_location(
            name,
            place + ("/__init__.py" if is_package else ".py"),
            loader=self,
            submodule_search_locations=[place] if is_package else None,
        )

    def exec_module(self, module):
        self.program.modules.append(module)
        try:
            self.program.do(self.bodies[module.__name__])
        finally:
            self.program.modules.pop()

    def write(self):
        """Puts empty files where the modules lie, so that they can be watched."""
        for name in self.bodies:
            place = self.find_spec(name, None).origin
            os.makedirs(os.path.dirname(place), exist_ok=True)
            with open(place, "w"):
                pass


def define(program, values):
    vars(program.modules[-1]).update(decode_all(values))


def define_function(program, name, steps):
    setattr(program.modules[-1], name, lambda *given: program.do(steps))


def define_config(program, class_name, attributes, steps):
    module = program.modules[-1]
    members = {
        **decode_all(attributes),
        "__module__": module.__name__,
        "ready": lambda self: program.do(steps),
    }
    setattr(module, class_name, type(class_name, (AppConfig,), members))


def define_class(program, class_name):
    setattr(program.modules[-1], class_name, type(class_name, (), {}))


def define_middleware(program, name, steps, nothing=False):
    def factory(get_response):
        program.do(steps.get("init", []))
        if nothing:
            return None

        def layer(request):
            answer = program.do(steps.get("request", []))
            response = get_response(request) if answer is None else answer
            program.do(steps.get("response", []))
            return response

        return layer

    setattr(program.modules[-1], name, factory)


def define_view(program, name, steps, atomic=True):
    def view(request):
        return program.do(steps) or HttpResponse(name)

    setattr(program.modules[-1], name, view if atomic else transaction.non_atomic_requests(view))


def define_urls(program, routes):
    module = program.modules[-1]
    module.urlpatterns = [path(route, getattr(module, view)) for route, view in routes]


def define_application(program):
    program.modules[-1].application = get_wsgi_application()


def set_variable(program, name, value):
    if value is None:
        os.environ.pop(name, None)
    else:
        os.environ[name] = value


VERBS = {
    "define": define,
    "function": define_function,
    "config": define_config,
    "class": define_class,
    "middleware": define_middleware,
    "view": define_view,
    "urls": define_urls,
    "application": define_application,
    "import": lambda program, name: importlib.import_module(name) and None,
    "assign": lambda program, module, name, value: setattr(sys.modules[module], name, value),
    "environ": set_variable,
    "environ default": lambda program, name, value: os.environ.setdefault(name, value) and None,
    "variable": lambda program, name: program.tell("variable", os.environ.get(name)),
}

"""A program of steps: lists that begin with a verb. Each tells what happens as events, in order.

The verbs stand in the modules `lifecycle_*`; each has a table of them, `VERBS`.
"""

import builtins
import warnings

from django.core import exceptions
from django.http import Http404

from values import decode, encode_error


class Program:
    """Does steps, and keeps what the verbs have to know of each other."""

    def __init__(self, verbs, root=""):
        self.verbs = {**VERBS, **verbs}
        self.root = root
        self.events = []
        self.modules = []
        self.receivers = {}
        self.registry = type("Registry", (), {"_registry": {}})()
        self.connections = []
        self.handler = None

    def tell(self, *event):
        """Adds an event: a text, or a list of what there is to say."""
        self.events.append(event[0] if len(event) == 1 else list(event))

    def do(self, steps):
        """Does steps; the first that gives something back ends them and gives it."""
        for verb, *given in steps:
            answer = self.verbs[verb](self, *given)
            if answer is not None:
                return answer
        return None

    def attempt(self, steps):
        """Does each of the steps, and tells what it raises."""
        for step in steps:
            try:
                self.do([step])
            except BaseException as error:
                self.tell("raised", *encode_error(error))


def decode_all(values):
    """The values of a record of a case."""
    return {name: decode(held) for name, held in values.items()}


def error_class(name):
    """An exception of Python's or of Django's by its name."""
    if name == "Http404":
        return Http404
    return getattr(exceptions, name, None) or getattr(builtins, name)


def raise_error(program, name, *message):
    raise error_class(name)(*message)


def catch_warnings(program, steps):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        program.attempt(steps)
    for warning in caught:
        program.tell("warned", warning.category.__name__, str(warning.message))


VERBS = {
    "note": lambda program, text: program.tell(text),
    "answer": lambda program, value: decode(value),
    "raise": raise_error,
    "try": lambda program, steps: program.attempt(steps),
    "warnings": catch_warnings,
}

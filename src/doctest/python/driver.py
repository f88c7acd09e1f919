"""What the worker calls: begin a chapter, run its fences one by one, end it.

Requests and answers are JSON texts; their shapes are in protocol.ts.
"""

import builtins
import gc
import io
import linecache
import os
import sys
from json import dumps, loads
from types import ModuleType

from .canonical import canonical, canonical_exception
from .capture import Capture, Sink, Void
from .examples import run_examples
from .guard import Guard
from .statements import is_plain, run_statements

FOREIGN = ("_", "PYTHONINSPECT")


class Fence:
    """One fence as it runs: what was asked, and what has been found so far."""

    def __init__(self, file, request):
        self.file = file
        self.id = request["id"]
        self.code = request["code"].replace("\r\n", "\n")
        self.line = request["line"]
        self.column = request["column"]
        self.height = self.code.count("\n") + 1
        self.sink = Sink(request["outputLimit"])
        self.errors = Sink(request["outputLimit"])
        self.examples = self.checks = 0
        self.failures = []
        self.cut = None
        self.ends = False

    def indent(self, line):
        text = self.code.split("\n")[line]
        return text[: len(text) - len(text.lstrip())]

    def fail(self, line, message, **details):
        self.failures.append({**self._place(line), "message": message, **details})

    def cut_short(self, line):
        self.cut = self._place(line)
        self.ends = True

    def _place(self, line):
        return {"line": self.line + line, "column": self.column + len(self.indent(line))}


class Surface:
    """Where the value of an expression comes to light."""

    def __init__(self, display):
        self._display = display
        self.found = {}

    def display(self, value):
        self._display(value)
        self.take(value)

    def take(self, value):
        self.found = {"value": canonical(value)}
        if value is not None:
            self.found["valueRepr"] = repr(value)

    def raised(self, formatted):
        self.found = {"value": canonical_exception(formatted), "valueRepr": formatted.rstrip("\n")}


class Chapter:
    """The namespace that the fences of one chapter share, and what to put back after it."""

    def __init__(self, file):
        self.file = file
        self.guard = Guard()
        self.display = sys.__displayhook__
        self.module = ModuleType("__main__")
        self.module.__builtins__ = builtins
        sys.modules["__main__"] = self.module

    def run(self, request):
        fence = Fence(self.file, request)
        surface = Surface(self.display)
        kept = sys.stdin, sys.stdout, sys.stderr, sys.displayhook
        sys.stdin, sys.stdout = io.StringIO(), Capture(fence.sink)
        sys.stderr = Capture(fence.errors, "backslashreplace")
        try:
            run = run_statements if is_plain(fence.code) else run_examples
            run(fence, vars(self.module), surface)
        finally:
            sys.stdin, sys.stdout, sys.stderr, sys.displayhook = kept
        return {
            "examples": fence.examples,
            "checks": fence.checks,
            "printed": fence.sink.text(),
            "failures": fence.failures,
            "overflowed": fence.sink.over or fence.errors.over,
            "cut": fence.cut,
            "ends": fence.ends,
            **surface.found,
        }

    def close(self):
        vars(self.module).clear()
        linecache.cache.pop(self.file, None)
        self.guard.restore()
        gc.collect()


chapter = None


def prepare():
    """Called once, after the start: no stream of the process, no variable of its environment."""
    sys.stdout = Capture(Void())
    sys.stderr = Capture(Void(), "backslashreplace")
    sys.stdin = io.StringIO()
    for name in FOREIGN:
        os.environ.pop(name, None)
    return ".".join(str(part) for part in sys.version_info[:3])


def begin(file):
    """Open a chapter under its path."""
    global chapter
    chapter = Chapter(file)
    return ""


def run(request):
    """Run one fence of the open chapter."""
    return dumps(chapter.run(loads(request)))


def end(_):
    """Close the open chapter and put the interpreter back."""
    global chapter
    chapter, closing = None, chapter
    closing.close()
    return ""

"""Writes down which functions of Django and of its server are entered, in order and nested."""

import sys
import types

# What the runtime has a way of its own for is not followed: settings, translation, the template
# engine, models, and what only makes attributes lazy. Calls that these make are not followed
# either way; those that they lead back to are.
OUTSIDE = (
    "django.apps",
    "django.conf",
    "django.core.cache",
    "django.core.files",
    "django.core.management",
    "django.core.validators",
    "django.db.backends",
    "django.db.models",
    "django.forms",
    "django.template",
    "django.utils.functional",
    "django.utils.translation",
)
INSIDE = ("django", "wsgiref", "http.server", "socketserver")
INSIDE_AGAIN = ("django.template.response", "django.db.backends.base.base")
UNNAMED = {"<listcomp>", "<dictcomp>", "<setcomp>", "<genexpr>", "<lambda>", "<module>"}
IS_GENERATOR = 0x20


def _within(module, parts):
    return any(module == part or module.startswith(part + ".") for part in parts)


def follows(module):
    """Whether calls of a module's functions are written down."""
    if _within(module, INSIDE_AGAIN):
        return True
    return _within(module, INSIDE) and not _within(module, OUTSIDE)


class Tracer:
    """Writes a call as [depth, name], and with the class of `self` where that is another one."""

    def __init__(self):
        self.calls = []
        self._open = []
        self._depth = 0
        self._generators = {}
        self._wanted = {}

    def run(self, function):
        """Calls a function and writes down what it calls."""
        sys.setprofile(self._notice)
        try:
            return function()
        finally:
            sys.setprofile(None)

    def _notice(self, frame, event, argument):
        if event == "call":
            wanted = self._is_wanted(frame)
            self._open.append(wanted)
            if wanted:
                if not self._is_resumed(frame):
                    self.calls.append(self._describe(frame))
                self._depth += 1
        elif event == "return" and self._open:
            if self._open.pop():
                self._depth -= 1

    def _is_wanted(self, frame):
        code = frame.f_code
        if code not in self._wanted:
            module = frame.f_globals.get("__name__") or ""
            self._wanted[code] = code.co_name not in UNNAMED and follows(module)
        return self._wanted[code]

    def _is_resumed(self, frame):
        if not frame.f_code.co_flags & IS_GENERATOR:
            return False
        resumed = id(frame) in self._generators
        self._generators[id(frame)] = frame
        return resumed

    def _describe(self, frame):
        name = "%s:%s" % (frame.f_globals["__name__"], frame.f_code.co_qualname)
        of = self._class_of_self(frame)
        owner = name.rpartition(".")[0]
        return [self._depth, name] if of in (None, owner) else [self._depth, name, of]

    def _class_of_self(self, frame):
        code = frame.f_code
        if not code.co_argcount or "." not in code.co_qualname or "<locals>" in code.co_qualname:
            return None
        subject = frame.f_locals.get(code.co_varnames[0])
        if subject is None or isinstance(subject, (type, types.ModuleType)):
            return None
        for kind in type(subject).__mro__:
            if _within(kind.__module__, INSIDE):
                return "%s:%s" % (kind.__module__, kind.__qualname__)
        return None

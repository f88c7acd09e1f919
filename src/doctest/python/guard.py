"""Puts the interpreter back as it was before a chapter, so that no chapter sees another's traces."""

import builtins
import os
import signal
import sys
import warnings
from types import ModuleType

KEPT_APART = ("pyodide", "_pyodide", "js", "round_trip")


class Guard:
    """What a chapter may change in place or rebind: taken when made, given back by `restore`."""

    def __init__(self):
        self._environ = dict(os.environ)
        self._directory = os.getcwd()
        self._lists = [(each, list(each)) for each in (sys.path, sys.argv, sys.meta_path)]
        self._modules = {
            name: (module, dict(vars(module)))
            for name, module in list(sys.modules.items())
            if isinstance(module, ModuleType) and name.partition(".")[0] not in KEPT_APART
        }
        self._warnings = warnings.catch_warnings()
        self._warnings.__enter__()
        self._recursion = sys.getrecursionlimit()
        self._main = sys.modules.get("__main__")

    def restore(self):
        sys.settrace(None)
        sys.setprofile(None)
        for name, (module, names) in self._modules.items():
            sys.modules[name] = module
            _put_back(vars(module), names)
        for name in set(vars(builtins)) - set(self._modules["builtins"][1]):
            delattr(builtins, name)
        for live, content in self._lists:
            live[:] = content
        for name in set(os.environ) - set(self._environ):
            del os.environ[name]
        os.environ.update(self._environ)
        os.chdir(self._directory)
        self._warnings.__exit__(None, None, None)
        sys.setrecursionlimit(self._recursion)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        sys.modules["__main__"] = self._main


def _put_back(live, names):
    """Rebind what was rebound or removed. What was added stays: it may be a lazy submodule."""
    for name, value in names.items():
        if name not in live or live[name] is not value:
            live[name] = value

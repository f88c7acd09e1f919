"""distutils.version: Python 3.12 has no distutils. django.utils.version reads its own version by it."""

import re
import sys
from types import ModuleType

PART = re.compile(r"\d+|[a-z]+|\.")


class LooseVersion:
    """A version as its parts, numbers as numbers: '2.2.28' is [2, 2, 28]."""

    def __init__(self, text):
        self.vstring = text
        self.version = [int(part) if part.isdigit() else part for part in self._parts(text) if part]

    @staticmethod
    def _parts(text):
        between = 0
        for found in PART.finditer(text):
            yield text[between : found.start()]
            yield "" if found[0] == "." else found[0]
            between = found.end()
        yield text[between:]

    def __str__(self):
        return self.vstring


def install():
    package, module = ModuleType("distutils"), ModuleType("distutils.version")
    package.__path__ = []
    package.version, module.LooseVersion = module, LooseVersion
    sys.modules.update({"distutils": package, "distutils.version": module})

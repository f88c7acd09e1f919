"""cgi: Python 3.13 has none. Django reads the header Content-Type by it, and the boundary of a form."""

import re
import sys
from types import ModuleType

PRINTABLE = re.compile("^[ -~]{0,200}[!-~]$")
PRINTABLE_BYTES = re.compile(b"^[ -~]{0,200}[!-~]$")


def parse_header(line):
    """The value of a header and its parameters, unquoted: 'a/b; c="d"' is ('a/b', {'c': 'd'})."""
    value, *parameters = _split(line)
    pairs = (parameter.partition("=") for parameter in parameters if "=" in parameter)
    return value, {name.strip().lower(): _unquoted(text.strip()) for name, _, text in pairs}


def valid_boundary(boundary):
    """Whether a text can part the fields of a form."""
    return (PRINTABLE_BYTES if isinstance(boundary, bytes) else PRINTABLE).match(boundary)


def _split(line):
    """Parts at semicolons, but for one with an odd number of quotes before it in its part."""
    parts = line.split(";")
    while parts:
        part = parts.pop(0)
        while part and parts and _is_open(part):
            part += ";" + parts.pop(0)
        yield part.strip()


def _is_open(part):
    return (part.count('"') - part.count('\\"')) % 2


def _unquoted(text):
    if len(text) < 2 or not text[0] == text[-1] == '"':
        return text
    return text[1:-1].replace("\\\\", "\\").replace('\\"', '"')


def install():
    module = ModuleType("cgi")
    module.parse_header, module.valid_boundary = parse_header, valid_boundary
    sys.modules["cgi"] = module

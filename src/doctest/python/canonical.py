"""The Python half of canonical.ts: one value as JSON that JavaScript can compare.

It stands alone and runs on every Python from 3.6 on, so that any runner may use it.
"""

SAFE = 2**53 - 1


def canonical(value):
    """The canonical form of a value; a value that contains itself becomes a repr."""
    try:
        return _convert(value, ())
    except RecursionError:
        return _opaque(value)


def canonical_exception(formatted):
    """The canonical form of an exception from its last traceback line, `module.Name: text`."""
    head, _, message = formatted.rstrip("\n").partition(": ")
    return {"exception": head.rpartition(".")[2], "message": message}


def _convert(value, around):
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int) and type(value).__repr__ is int.__repr__:
        number = int(value)
        return number if -SAFE <= number <= SAFE else {"bigint": str(number)}
    if isinstance(value, float):
        return _float(float(value))
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, (bytes, bytearray)):
        return {"bytes": bytes(value).hex()}
    if isinstance(value, BaseException):
        return {"exception": type(value).__name__, "message": str(value)}
    if id(value) in around:
        return _opaque(value)
    return _container(value, around + (id(value),))


def _container(value, within):
    if isinstance(value, (list, tuple)):
        return {"list": [_convert(item, within) for item in value]}
    if isinstance(value, dict) and all(_is_key(key) for key in value):
        return {"dict": [[key, _convert(item, within)] for key, item in dict.items(value)]}
    return _opaque(value)


def _is_key(key):
    return type(key) is str or (type(key) is int and -SAFE <= key <= SAFE)


def _float(number):
    if number != number:
        return {"number": "NaN"}
    if number in (float("inf"), float("-inf")):
        return {"number": "Infinity" if number > 0 else "-Infinity"}
    if number == 0 and str(number)[0] == "-":
        return {"number": "-0"}
    return number


def _opaque(value):
    try:
        return {"repr": repr(value)}
    except Exception:
        return {"repr": "<%s>" % type(value).__name__}

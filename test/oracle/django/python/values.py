"""Values as JSON carries them. Text, numbers, booleans, None and lists stand for themselves; the
rest is an object of one key: {"bytes": latin-1 text}, {"tuple": [...]}, {"dict": [[key, value],
...]} in its order, {"int": digits} beyond what JSON numbers hold, {"float": "nan"}, {"uuid": text}
and {"datetime": ISO text}."""

import datetime
import math
import uuid

EXACT = 2 ** 53


def decode(value):
    """The Python value that a JSON value of a case stands for."""
    if isinstance(value, list):
        return [decode(item) for item in value]
    if not isinstance(value, dict):
        return value
    ((kind, held),) = value.items()
    return DECODERS[kind](held)


def decode_datetime(text):
    form = "%Y-%m-%dT%H:%M:%S.%f" if "." in text else "%Y-%m-%dT%H:%M:%S"
    if not text.endswith("+00:00"):
        return datetime.datetime.strptime(text, form)
    aware = datetime.datetime.strptime(text[:-6], form)
    return aware.replace(tzinfo=datetime.timezone.utc)


DECODERS = {
    "bytes": lambda text: text.encode("latin-1"),
    "tuple": lambda items: tuple(decode(item) for item in items),
    "dict": lambda pairs: {decode(key): decode(held) for key, held in pairs},
    "int": int,
    "float": float,
    "uuid": uuid.UUID,
    "datetime": decode_datetime,
}


def encode(value):
    """The JSON value of a Python value. Raises TypeError for what recordings cannot hold."""
    if value is None or isinstance(value, (str, bool)):
        return value
    if isinstance(value, int):
        return value if abs(value) < EXACT else {"int": str(value)}
    if isinstance(value, float):
        return value if math.isfinite(value) else {"float": str(value)}
    if isinstance(value, bytes):
        return {"bytes": value.decode("latin-1")}
    if isinstance(value, tuple):
        return {"tuple": [encode(item) for item in value]}
    if isinstance(value, list):
        return [encode(item) for item in value]
    if isinstance(value, dict):
        return {"dict": [[encode(key), encode(held)] for key, held in value.items()]}
    if isinstance(value, uuid.UUID):
        return {"uuid": str(value)}
    raise TypeError("a recording cannot hold %r" % value)


def encode_error(error):
    """The class and the message of an exception."""
    return [type(error).__name__, str(error)]


def attempt(action):
    """What an action returned, or what it raised."""
    try:
        value = action()
    except Exception as error:
        return {"error": encode_error(error)}
    return {"value": encode(value)}


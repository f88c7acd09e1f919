"""Values as JSON carries them: bytes are {"bytes": latin-1 text}, tuples {"tuple": [...]},
dicts {"dict": [[key, value], ...]} in their order, streams {"stream": name of the class}."""

import io


def decode(value):
    """The Python value that a JSON value of a case stands for."""
    if isinstance(value, list):
        return [decode(item) for item in value]
    if isinstance(value, dict):
        if "bytes" in value:
            return value["bytes"].encode("latin-1")
        if "tuple" in value:
            return tuple(decode(item) for item in value["tuple"])
        return {key: decode(held) for key, held in value["dict"]}
    return value


def decode_headers(value):
    """A header list: what is an array in an array becomes a tuple, as applications write it."""
    if not isinstance(value, list):
        return decode(value)
    return [tuple(decode(pair)) if isinstance(pair, list) else decode(pair) for pair in value]


def encode(value):
    """The JSON value of a Python value."""
    if isinstance(value, bytes):
        return {"bytes": value.decode("latin-1")}
    if isinstance(value, tuple):
        return {"tuple": [encode(item) for item in value]}
    if isinstance(value, list):
        return [encode(item) for item in value]
    if isinstance(value, dict):
        return {"dict": [[key, encode(held)] for key, held in value.items()]}
    if isinstance(value, (io.BytesIO, io.StringIO)):
        return {"stream": type(value).__name__}
    return value


def encode_error(error):
    """The class and the message of an exception."""
    return [type(error).__name__, str(error)]


def attempt(action):
    """What an action returned, or what it raised."""
    try:
        return {"value": encode(action())}
    except Exception as error:
        return {"error": encode_error(error)}

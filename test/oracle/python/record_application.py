"""An application made of a description: steps for the call, and a result with steps of its own."""

import builtins
import io
import sys

from oracle_values import decode, decode_headers, encode, encode_error


def make_error(name, message):
    """An exception by its name; an empty message means none."""
    return getattr(builtins, name)(*([message] if message else []))


def chunk(value):
    """A block of the body: text stands for its latin-1 bytes, {"value": ...} for anything."""
    return value.encode("latin-1") if isinstance(value, str) else decode(value["value"])


class Stage:
    """One request: what the application was given, and what is noted on the way."""

    def __init__(self, events, sent):
        self.events = events
        self.sent = sent
        self.environ = None
        self.start_response = None
        self.write = None

    def note(self, *event):
        self.events.append(list(event))

    def start(self, status, headers):
        self.write = self.start_response(decode(status), decode_headers(headers))

    def restart(self, status, headers, name, message, when):
        try:
            raise make_error(name, message)
        except BaseException:
            exc_info = sys.exc_info()
            if when == "now":
                self.write = self.start_response(status, decode_headers(headers), exc_info)
                return
        self.write = self.start_response(status, decode_headers(headers), exc_info)

    def attempt(self, steps):
        try:
            for _ in self.play(steps):
                pass
        except BaseException as error:
            self.note("caught", *encode_error(error))

    def fail(self, name, message):
        raise make_error(name, message)

    def show(self, key):
        held = key in self.environ
        self.note("environ", key, *([encode(self.environ[key])] if held else []))

    def read(self, method, *arguments):
        answer = getattr(self.environ["wsgi.input"], method)(*arguments)
        self.note("read", encode(answer))

    def play(self, steps):
        """Does the steps one by one, yielding the blocks among them."""
        actions = {
            "start": self.start,
            "restart": self.restart,
            "write": lambda data: self.write(chunk(data)),
            "raise": self.fail,
            "try": self.attempt,
            "log": lambda text: self.environ["wsgi.errors"].write(text),
            "show": self.show,
            "read": self.read,
            "set": lambda key, value: self.environ.__setitem__(key, decode(value)),
            "unset": lambda key: self.environ.pop(key, None),
            "clear": lambda: self.environ.clear(),
            "sent": lambda: self.note("sent", self.sent()),
        }
        for name, *arguments in steps:
            if name == "yield":
                yield chunk(*arguments)
            else:
                actions[name](*arguments)


def make_result(stage, result):
    """What the application returns."""
    kind = result["kind"]
    if kind == "value":
        return decode(result["value"])
    if kind in ("list", "tuple"):
        chunks = [chunk(value) for value in result["chunks"]]
        return chunks if kind == "list" else tuple(chunks)
    if kind == "generator":
        return generate(stage, result["steps"])
    if kind == "file":
        return make_file(stage, result)
    return make_iterable(stage, result)


def generate(stage, steps):
    try:
        for block in stage.play(steps):
            yield block
    finally:
        stage.note("finally")


def make_file(stage, result):
    stream = io.BytesIO(result["data"].encode("latin-1"))
    stream.seek(result["seek"])

    class File:
        read = stream.read

        def close(self):
            stage.note("file closed")

    return stage.environ["wsgi.file_wrapper"](File(), result["size"])


def make_iterable(stage, result):
    class Result:
        def __iter__(self):
            stage.note("iter")
            return stage.play(result["steps"])

    if result["length"] is not None:
        Result.__len__ = lambda self: result["length"]

    def close(self):
        stage.note("close")
        if result["close"] != "quiet":
            raise make_error(*result["close"])

    if result["close"] is not None:
        Result.close = close
    return Result()


def make_application(description, events, sent):
    """The application of a case; `sent` tells how many bytes are on the wire."""
    stage = Stage(events, sent)

    def take(environ, start_response):
        stage.environ, stage.start_response = environ, start_response

    def application(environ, start_response):
        take(environ, start_response)
        for _ in stage.play(description["call"]):
            pass
        return make_result(stage, description["result"])

    def lazy(environ, start_response):
        take(environ, start_response)
        for block in stage.play(description["call"]):
            yield block
        for block in make_result(stage, description["result"]):
            yield block

    return lazy if description["lazy"] else application

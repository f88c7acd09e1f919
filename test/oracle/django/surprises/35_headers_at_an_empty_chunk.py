"""Surprise 35: wsgiref sends the headers at an empty first chunk, which the PEP forbids."""

import io
import sys
from wsgiref.handlers import SimpleHandler

from kit import make_environ, named, scene, tell


def play(first):
    out = io.BytesIO()

    def application(environ, start_response):
        start_response("200 OK", [("Content-Type", "text/plain")])
        yield first
        tell("after the chunk %r, sent: %s" % (first.decode(), status_line(out)))
        try:
            raise ValueError("too late?")
        except ValueError:
            try:
                start_response("500 Oops", [("Content-Type", "text/plain")], sys.exc_info())
            except ValueError as error:
                tell("start_response() with exc_info: %s" % named(error))
        yield b"the end"

    SimpleHandler(io.BytesIO(), out, io.StringIO(), make_environ()).run(application)
    tell("in the end, sent: %s" % status_line(out))


def status_line(out):
    return repr(out.getvalue().decode().split("\r\n")[0])


@scene("an empty first chunk")
def empty():
    play(b"")


@scene("a first chunk of one byte")
def full():
    play(b"x")

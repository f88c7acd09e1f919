"""Suite wsgiref-handler: an application run by a handler, and all that is seen from outside."""

import io
import re
import sys
import warnings
from wsgiref import handlers, simple_server

from oracle_values import decode, encode_error
from record_application import make_application, make_error

SERVER = "Oracle/1"
FRAMES = re.compile(r"Traceback \(most recent call last\):\n(?: .*\n)*")
EARLIER = re.compile(
    r"(?:.*\n)\n(?:During handling of the above exception, another exception occurred"
    r"|The above exception was the direct cause of the following exception):\n\n"
)
MOMENT = re.compile(r"\[\d\d/\w{3}/\d{4} \d\d:\d\d:\d\d\]")

simple_server.ServerHandler.server_software = SERVER
simple_server.WSGIRequestHandler.version_string = lambda self: SERVER


class Output:
    """The client's end: it may take a part of a write only, or be gone after so many."""

    def __init__(self, partial=None, fail=None):
        self.data = b""
        self.flushed = 0
        self.writes = 0
        self.partial = partial
        self.fail = fail

    def write(self, data):
        if self.fail and self.writes == self.fail[0]:
            raise make_error(*self.fail[1:])
        self.writes += 1
        taken = data if self.partial is None else data[: self.partial]
        self.data += taken
        return None if self.partial is None else len(taken)

    def flush(self):
        self.flushed = len(self.data)


class Connection:
    """A socket that has received all it will."""

    def __init__(self, received, output):
        self.received = received
        self.output = output

    def makefile(self, mode, size):
        return io.BytesIO(self.received)

    def sendall(self, data):
        self.output.write(bytes(data))
        self.output.flush()


class Server:
    """What a request handler asks of its server."""

    server_name = "oracle.test"
    server_port = 8000
    base_environ = {
        "SERVER_NAME": "oracle.test",
        "GATEWAY_INTERFACE": "CGI/1.1",
        "SERVER_PORT": "8000",
        "REMOTE_HOST": "",
        "CONTENT_LENGTH": "",
        "SCRIPT_NAME": "",
    }

    def __init__(self, application):
        self.get_app = lambda: application


class Logger:
    """Stands for the request handler of a ServerHandler."""

    def __init__(self, events):
        self.log_request = lambda code, size: events.append(["logged", code, size])


def log_lines(text):
    """The lines of a log, of each traceback the last one only, moments left out."""
    shown = EARLIER.sub("", FRAMES.sub("", text))
    lines = MOMENT.sub("[moment]", shown).split("\n")
    return lines if lines[-1] else lines[:-1]


def make_handler(case, output, log, events):
    kinds = {
        "simple": handlers.SimpleHandler,
        "cgi": handlers.BaseCGIHandler,
        "server": simple_server.ServerHandler,
    }
    options = case["handler"]
    handler = kinds[options["kind"]](
        io.BytesIO(case["input"].encode("latin-1")),
        output,
        log,
        {key: decode(value) for key, value in case["environ"]},
        multithread=options.get("multithread", True),
        multiprocess=options.get("multiprocess", False),
    )
    handler.os_environ = {}
    handler.server_software = options.get("software", SERVER)
    handler.http_version = options.get("version", "1.0")
    if options.get("files") is False:
        handler.wsgi_file_wrapper = None
    if "frames" in options:
        handler.traceback_limit = options["frames"]
    if "error" in options:
        status, headers, body = options["error"]
        handler.error_status = status
        handler.error_headers = [tuple(pair) for pair in headers]
        handler.error_body = body.encode("latin-1")
    if options["kind"] == "server":
        handler.request_handler = Logger(events)
    return handler


def serve(case, application, output, log):
    sys.stderr, before = log, sys.stderr
    try:
        received = case["request"].encode("latin-1")
        simple_server.WSGIRequestHandler(
            Connection(received, output), ("127.0.0.1", 50000), Server(application)
        )
    finally:
        sys.stderr = before


def run(case):
    """What one case of the suite did."""
    output, log, events = Output(**case.get("output", {})), io.StringIO(), []
    application = make_application(case["application"], events, lambda: output.flushed)
    raised = None
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            if "request" in case:
                serve(case, application, output, log)
            else:
                make_handler(case, output, log, events).run(application)
        except BaseException as error:
            raised = encode_error(error)
    return {
        "wire": output.data.decode("latin-1"),
        "events": events,
        "log": log_lines(log.getvalue()),
        "raised": raised,
        "warnings": [str(warning.message) for warning in caught],
    }

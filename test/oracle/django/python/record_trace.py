"""Suite django-trace: which functions a request enters, from the application or from its bytes on."""

import io

from django.core.handlers.wsgi import WSGIHandler
from django.core.servers import basehttp
from django.db import connection
from django.test.utils import override_settings
from django.utils import crypto

import browser
import demo_site
import record_http
import tracer

TIMES = 3


class Discarded(io.RawIOBase):
    """Takes what a server sends."""

    def __init__(self):
        self.sent = b""

    def writable(self):
        return True

    def write(self, data):
        self.sent += bytes(data)
        return len(data)


class Connection:
    """A connection on which one request has arrived."""

    def settimeout(self, seconds):
        pass

    def shutdown(self, how):
        pass


class Server(basehttp.WSGIServer):
    """The server without a socket."""

    def __init__(self, application):
        self.base_environ = {}
        self.server_name = "example.com"
        self.server_port = 80
        self.setup_environ()
        self.set_app(application)


def ask_server(server, data):
    """Has the server answer all the requests whose bytes arrive on a connection."""
    handler = basehttp.WSGIRequestHandler.__new__(basehttp.WSGIRequestHandler)
    handler.server = server
    handler.request = handler.connection = Connection()
    handler.client_address = ("127.0.0.1", 40000)
    handler.rfile = io.BufferedReader(io.BytesIO(data))
    handler.wfile = Discarded()
    made = tracer.Tracer()
    made.run(handler.handle)
    status = handler.wfile.sent.split(b"\r\n")[0].decode("latin-1").partition(" ")[2]
    return {"status": status, "calls": made.calls}


def ask_application(application, visitor, request):
    """Asks as a server does, to the end of the body and `close()`."""
    environ = visitor.environ(request)
    out = {}
    answer = {}

    def start_response(status, headers, exc_info=None):
        answer.update(status=status, headers=headers)

    def whole():
        result = application(environ, start_response)
        try:
            answer["body"] = [chunk.decode("latin-1") for chunk in result]
        finally:
            if hasattr(result, "close"):
                result.close()

    made = tracer.Tracer()
    try:
        made.run(whole)
    except BaseException as error:
        out["raised"] = type(error).__name__
    if "body" in answer:
        visitor.look_at(answer)
    if "status" in answer:
        out["status"] = answer["status"]
    out["calls"] = made.calls
    return out


def ask_all(case, application):
    if "bytes" in case:
        server = Server(application)
        return [ask_server(server, data.encode("latin-1")) for data in case["bytes"]]
    visitor = browser.Browser()
    return [ask_application(application, visitor, request) for request in case["requests"]]


def begin(case):
    record_http.database.restore()
    connection.settings_dict["ATOMIC_REQUESTS"] = case.get("atomic", False)
    crypto.random = demo_site.Entropy(record_http.SEED)
    record_http.events.take()


def run(case):
    """The calls of each request of a case; the last of three times, when nothing is new any more."""
    with override_settings(**record_http.settings_of(case)):
        for _ in range(TIMES):
            begin(case)
            start = tracer.Tracer()
            application = start.run(WSGIHandler)
            answers = ask_all(case, application)
    return {"start": start.calls, "requests": answers}

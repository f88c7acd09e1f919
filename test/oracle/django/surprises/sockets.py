"""Real connections to the real server of runserver."""

import contextlib
import socket
import threading


@contextlib.contextmanager
def serving(application):
    """Serves an application with a thread for each connection; gives the port."""
    from socketserver import ThreadingMixIn

    from django.core.servers.basehttp import WSGIRequestHandler, WSGIServer

    server_class = type("WSGIServer", (ThreadingMixIn, WSGIServer), {"daemon_threads": True})
    server = server_class(("127.0.0.1", 0), WSGIRequestHandler)
    server.set_app(application)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()


def talk(port, *requests, until=None):
    """Sends requests over one connection, each when the answer to the one before has come.

    An answer has come when the server closes, or when what came holds the text in `until`.
    """
    received = b""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        for number, request in enumerate(requests):
            connection.sendall(request.encode("latin-1"))
            last = number == len(requests) - 1
            while last or received.count(until.encode()) <= number:
                block = connection.recv(65536)
                if not block:
                    break
                received += block
    return received.decode("latin-1")


def status_of(answer):
    """The status of the first answer in what came."""
    return answer.split("\r\n", 1)[0].split(" ", 1)[1]


def body_of(answer):
    """What stands behind the headers of the first answer."""
    return answer.partition("\r\n\r\n")[2]

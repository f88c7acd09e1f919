"""Keeps a process to this machine: what leads elsewhere fails as it does without a network."""

import errno
import socket
import sys

HERE = ("", "localhost", "127.0.0.1", "::1", "0.0.0.0", "::")


def cut_network():
    """From now on only this machine can be reached, over its own addresses or a local socket."""
    if hasattr(sys, "addaudithook"):
        sys.addaudithook(_refuse_event)
        return
    for name in ("connect", "connect_ex", "sendto"):
        setattr(socket.socket, name, _guarded(getattr(socket.socket, name)))


def _refuse_event(event, arguments):
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        _refuse(arguments[1])
    elif event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"):
        _refuse((arguments[0],))


def _guarded(method):
    def call(self, *arguments):
        _refuse(arguments[-1])
        return method(self, *arguments)

    return call


def _refuse(address):
    if not isinstance(address, tuple) or not address:
        return
    host = address[0]
    if isinstance(host, bytes):
        host = host.decode("ascii", "replace")
    if host is None or host in HERE:
        return
    raise OSError(errno.ENETUNREACH, "There is no network here: %s is not reached" % host)

"""Surprise 9: sys.exit() in a view is no Exception: Django lets it through, a server may not die."""

import sys

from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpResponse
from django.urls import path

from kit import ask, configure, make_environ, scene, tell
from sockets import body_of, serving, status_of, talk

URLS = [
    path("", lambda request: HttpResponse("hello")),
    path("exit/", lambda request: sys.exit("enough")),
]


@scene("in the handler")
def handler():
    configure(urlpatterns=URLS)
    tell(str(ask(WSGIHandler(), make_environ("/exit/"))))


@scene("under the server of runserver")
def server():
    configure(urlpatterns=URLS)
    with serving(WSGIHandler()) as port:
        for path_info in "/exit/", "/":
            answer = talk(port, "GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n" % path_info)
            tell("%s: %s, %r" % (path_info, status_of(answer), body_of(answer)))

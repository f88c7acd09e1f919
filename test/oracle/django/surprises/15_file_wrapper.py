"""Surprise 15: a file that the server wraps is never closed as a response."""

import io
from wsgiref.util import FileWrapper

from django.core.handlers.wsgi import WSGIHandler
from django.http import FileResponse
from django.urls import path

from kit import ask, configure, follow_signals, make_environ, scene, tell


def play(**environ):
    def view(request):
        return FileResponse(io.BytesIO(b"a file"), content_type="text/plain")

    configure(urlpatterns=[path("", view)])
    follow_signals()
    answer = ask(WSGIHandler(), make_environ(**environ))
    tell("the server got a %s: %r" % (type(answer.result).__name__, answer.body))


@scene("a server that offers nothing")
def plain():
    play()


@scene("a server that offers wsgi.file_wrapper, as wsgiref does")
def wrapped():
    play(**{"wsgi.file_wrapper": FileWrapper})

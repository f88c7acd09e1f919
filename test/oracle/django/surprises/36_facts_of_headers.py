"""Surprise 36: what can stand in a header, a status and a cookie."""

from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpResponse
from django.urls import path

from kit import ask, attempt, configure, scene, tell


def set_header(name, value):
    response = HttpResponse()
    response[name] = value
    return response[name]


@scene("values")
def values():
    configure()
    tell("a newline: %s" % attempt(lambda: set_header("X-Note", "a\r\nX-Other: b")))
    tell("é stays %s" % ascii(set_header("X-Note", "é")))
    tell("€ becomes %r" % set_header("X-Note", "€"))


@scene("names")
def names():
    configure()
    tell("é: %s" % attempt(lambda: set_header("X-é", "a")))


@scene("statuses")
def statuses():
    configure()
    for code in 99, 600, "many":
        tell("%r: %s" % (code, attempt(lambda: HttpResponse(status=code))))
    tell("299: %r" % HttpResponse(status=299).reason_phrase)


@scene("reason phrases are not checked")
def reasons():
    view = lambda request: HttpResponse(reason="a\r\nX-Other: b")  # noqa: E731
    configure(urlpatterns=[path("", view)])
    tell("the server is given the status %r" % ask(WSGIHandler()).status)


@scene("cookies")
def cookies():
    def view(request):
        response = HttpResponse()
        response.set_cookie("a", "1")
        response.set_cookie("b", "2")
        return response

    configure(urlpatterns=[path("", view)])
    for name, value in ask(WSGIHandler()).headers:
        tell("%s: %r" % (name, value))

"""Surprise 20: PATH_INFO is bytes that look like text, one character a byte."""

from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpResponse
from django.urls import path

from kit import ask, configure, follow_signals, make_environ, scene, tell


def play(path_info):
    def view(request, name):
        tell("request.path_info is %s" % ascii(request.path_info))
        return HttpResponse("hello")

    configure(urlpatterns=[path("<name>", view)])
    follow_signals()
    tell("the environ has %s" % ascii(path_info))
    answer = ask(WSGIHandler(), make_environ(path_info))
    tell(str(answer))


@scene("the bytes of UTF-8")
def utf8():
    play("/caf\xc3\xa9")


@scene("bytes that are no UTF-8")
def bad():
    play("/caf\xe9")


@scene("a character that is no byte")
def no_byte():
    play("/\u20ac")

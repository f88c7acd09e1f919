"""Surprise 8: a handler500 that fails is called once for each layer and once more, then its error leaves Django."""

import sys

from django.core.handlers.wsgi import WSGIHandler
from django.urls import path

from kit import ask, configure, fail, scene, tell


def handler500(request):
    tell("handler500 is called")
    fail(RuntimeError("the error page fails"))


def First(get_response):
    return lambda request: get_response(request)


def Second(get_response):
    return lambda request: get_response(request)


def play(*layers):
    urls = [path("", lambda request: fail(ValueError("on purpose")))]
    configure(middleware=layers, urlpatterns=urls)
    sys.modules["shop"].handler500 = handler500
    tell(str(ask(WSGIHandler())))


@scene("no layer")
def none():
    play()


@scene("one layer")
def one():
    play(First)


@scene("two layers")
def two():
    play(First, Second)

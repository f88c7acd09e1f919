"""Surprise 5: process_exception hears of views and of rendering, and of nothing else."""

from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpResponse
from django.urls import path

from kit import ask, configure, fail, make_environ, scene, tell, telling_layer


def on_purpose():
    fail(ValueError("on purpose"))


def play(view=lambda request: HttpResponse("hello"), address="/", **answers):
    configure(middleware=[telling_layer("A", **answers)], urlpatterns=[path("", view)])
    tell(str(ask(WSGIHandler(), make_environ(address))))


@scene("the view raises")
def raises():
    play(view=lambda request: on_purpose())


@scene("the view returns None")
def returns_none():
    play(view=lambda request: None)


@scene("process_view raises")
def view_hook():
    play(process_view=on_purpose)


@scene("process_request raises")
def request_hook():
    play(process_request=on_purpose)


@scene("no address matches")
def no_address():
    play(address="/nowhere/")

"""Surprise 14: request_finished is sent when the server closes the response, or not at all."""

from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.http import HttpResponse
from django.urls import path

from kit import ask, configure, folder, follow_signals, scene, tell


def view(request):
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("hello")


def play(close):
    database = {"ENGINE": "django.db.backends.sqlite3", "NAME": folder() + "/shop.sqlite3"}
    configure(urlpatterns=[path("", view)], DATABASES={"default": database})
    follow_signals()
    handler = WSGIHandler()
    ask(handler, close=close)
    tell("the connection is open: %s" % (connection.connection is not None))
    if not close:
        from django.core.signals import request_started

        request_started.send(WSGIHandler, environ={})
        tell("the connection is open: %s" % (connection.connection is not None))


@scene("the server closes the response")
def closes():
    play(True)


@scene("the server forgets to")
def forgets():
    play(False)

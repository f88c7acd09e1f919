"""Surprise 19: a database connection outlives its request, if CONN_MAX_AGE says so."""

import time

from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.http import HttpResponse
from django.urls import path

from kit import ask, configure, folder, make_environ, scene, tell


def query(request):
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("hello")


URLS = [
    path("query/", query),
    path("careless/", lambda request: careless()),
    path("", lambda request: HttpResponse("hello")),
]


def careless():
    """Leaves the connection in another state than the settings ask for."""
    connection.set_autocommit(False)
    return HttpResponse("hello")


def play(age, *paths):
    now = [1000.0]
    time.time = lambda: now[0]
    database = {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": folder() + "/shop.sqlite3",
        "CONN_MAX_AGE": age,
    }
    configure(urlpatterns=URLS, DATABASES={"default": database})
    handler = WSGIHandler()
    tell("before the first request, open: %s" % is_open())
    for path_info in paths:
        if isinstance(path_info, int):
            now[0] += path_info
            tell("%s seconds go by" % path_info)
            continue
        ask(handler, make_environ(path_info))
        tell("after %s, open: %s" % (path_info, is_open()))


def is_open():
    return connection.connection is not None


@scene("CONN_MAX_AGE = 0, the default")
def default():
    play(0, "/", "/query/")


@scene("CONN_MAX_AGE = 60")
def minute():
    play(60, "/query/", 59, "/", 2, "/")


@scene("CONN_MAX_AGE = None")
def forever():
    play(None, "/query/", 1000000, "/")


@scene("a view that leaves autocommit off")
def left_off():
    play(None, "/query/", "/careless/")

"""Surprise 28: without CommonMiddleware there is no Content-Length, and HEAD gets a body either way."""

from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpResponse
from django.urls import path

from kit import configure, scene, tell
from sockets import serving, talk

COMMON = "django.middleware.common.CommonMiddleware"


def request(method, *headers):
    return "\r\n".join([method + " / HTTP/1.1", "Host: localhost", *headers, "", ""])


def play(middleware, *requests, **options):
    urls = [path("", lambda request: HttpResponse("hello", content_type="text/plain"))]
    configure(urlpatterns=urls, MIDDLEWARE=middleware)
    with serving(WSGIHandler()) as port:
        for line in talk(port, *requests, **options).split("\r\n"):
            if not line.startswith(("Date:", "Server:")):
                tell(line or "(an empty line)")


@scene("GET without CommonMiddleware")
def get():
    play([], request("GET"))


@scene("HEAD without CommonMiddleware")
def head():
    play([], request("HEAD"))


@scene("HEAD and then GET over one connection, with CommonMiddleware")
def common():
    play([COMMON], request("HEAD"), request("GET", "Connection: close"), until="hello")

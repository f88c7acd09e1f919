"""Surprise 24: a layer is made once for each handler, and serves all its requests."""

from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.urls import path

from kit import ask, configure, scene, tell


class Counter:
    made = 0

    def __init__(self, get_response):
        Counter.made += 1
        self.number = Counter.made
        self.get_response = get_response
        self.requests = 0

    def __call__(self, request):
        self.requests += 1
        tell("layer %s sees request %s" % (self.number, self.requests))
        return self.get_response(request)


def start():
    urls = [path("", lambda request: HttpResponse("hello"))]
    configure(middleware=[Counter], urlpatterns=urls)


@scene("three requests to one handler")
def one():
    start()
    application = get_wsgi_application()
    for _ in range(3):
        ask(application)


@scene("get_wsgi_application() two times")
def two():
    start()
    first, second = get_wsgi_application(), get_wsgi_application()
    for application in first, second, first:
        ask(application)
    tell("layers made: %s" % Counter.made)

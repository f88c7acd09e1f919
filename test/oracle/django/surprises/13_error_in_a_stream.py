"""Surprise 13: an error while streaming comes when the status is sent: no hook, no 500."""

from django.core.handlers.wsgi import WSGIHandler
from django.http import StreamingHttpResponse
from django.urls import path

from kit import ask, configure, fail, follow_signals, scene, tell, telling_layer


def pieces():
    yield "one "
    fail(ValueError("on purpose"))


@scene("a generator that fails")
def fails():
    urls = [path("", lambda request: StreamingHttpResponse(pieces()))]
    configure(middleware=[telling_layer("A")], urlpatterns=urls)
    follow_signals()
    tell(str(ask(WSGIHandler(), watch=lambda event: tell("server: " + event))))

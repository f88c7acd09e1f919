"""Surprise 12: start_response is called once, when the body of a usual response is there."""

from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpResponse, StreamingHttpResponse
from django.urls import path

from kit import ask, configure, scene, tell


def pieces():
    for word in "one ", "two":
        tell("the generator makes %r" % word)
        yield word


def play(response_class):
    def view(request):
        tell("the view begins")
        response = response_class(pieces())
        tell("the view returns")
        return response

    configure(urlpatterns=[path("", view)])
    ask(WSGIHandler(), watch=lambda event: tell("server: " + event))


@scene("HttpResponse of a generator")
def whole():
    play(HttpResponse)


@scene("StreamingHttpResponse of a generator")
def streamed():
    play(StreamingHttpResponse)

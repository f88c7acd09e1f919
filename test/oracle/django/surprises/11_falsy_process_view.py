"""Surprise 11: process_view that returns False keeps the view from being called, and breaks."""

from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpResponse
from django.urls import path

from kit import ask, configure, scene, tell


def play(answer):
    class Hook:
        def __init__(self, get_response):
            self.get_response = get_response

        def __call__(self, request):
            return self.get_response(request)

        def process_view(self, request, view, args, kwargs):
            return answer

    def view(request):
        tell("the view is called")
        return HttpResponse("hello")

    configure(middleware=[Hook], urlpatterns=[path("", view)])
    tell(str(ask(WSGIHandler())))


@scene("it returns None")
def none():
    play(None)


@scene("it returns False")
def false():
    play(False)

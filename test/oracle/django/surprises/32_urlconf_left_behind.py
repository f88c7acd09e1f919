"""Surprise 32: an exception that leaves Django leaves the thread's URLconf behind."""

from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpResponse
from django.urls import get_urlconf, path

from kit import ask, configure, fail, module, scene, tell


def Elsewhere(get_response):
    def layer(request):
        request.urlconf = "other_urls"
        return get_response(request)

    return layer


def play(view):
    module("other_urls", urlpatterns=[path("", view)])
    configure(middleware=[Elsewhere])
    tell("before: %s" % get_urlconf())
    tell(str(ask(WSGIHandler())))
    tell("afterwards: %s" % get_urlconf())


@scene("a request that is answered and closed")
def answered():
    play(lambda request: HttpResponse("hello"))


@scene("a request that ends in SystemExit")
def exits():
    play(lambda request: fail(SystemExit("enough")))

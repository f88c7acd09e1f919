"""Surprise 34: DEBUG_PROPAGATE_EXCEPTIONS lets errors through, layer by layer."""

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.core.handlers.wsgi import WSGIHandler
from django.http import Http404
from django.urls import path

from kit import ask, configure, fail, follow_signals, scene, tell


def Outer(get_response):
    def layer(request):
        try:
            return get_response(request)
        except Exception as error:
            tell("the outer layer sees %s" % type(error).__name__)
            raise

    return layer


def Inner(get_response):
    return lambda request: get_response(request)


def play(error_class):
    configure(
        middleware=[Outer, Inner],
        urlpatterns=[path("", lambda request: fail(error_class("on purpose")))],
        DEBUG_PROPAGATE_EXCEPTIONS=True,
    )
    follow_signals()
    tell(str(ask(WSGIHandler())))


@scene("ValueError")
def value_error():
    play(ValueError)


@scene("Http404")
def missing():
    play(Http404)


@scene("PermissionDenied")
def denied():
    play(PermissionDenied)


@scene("SuspiciousOperation")
def suspicious():
    play(SuspiciousOperation)

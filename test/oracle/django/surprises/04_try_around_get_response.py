"""Surprise 4: try and except around get_response never see the exception of a view."""

from django.core.handlers.wsgi import WSGIHandler
from django.urls import path

from kit import ask, configure, fail, scene, tell


def Guard(get_response):
    def layer(request):
        try:
            response = get_response(request)
        except Exception as error:
            tell("the layer catches %s" % type(error).__name__)
            raise
        tell("the layer gets a response with status %s" % response.status_code)
        return response

    return layer


URLS = [path("", lambda request: fail(ValueError("on purpose")))]


@scene("a layer that guards the view")
def guards():
    configure(middleware=[Guard], urlpatterns=URLS)
    tell(str(ask(WSGIHandler())))


@scene("with DEBUG_PROPAGATE_EXCEPTIONS")
def propagated():
    configure(middleware=[Guard], urlpatterns=URLS, DEBUG_PROPAGATE_EXCEPTIONS=True)
    tell(str(ask(WSGIHandler())))

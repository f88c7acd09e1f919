"""Surprise 6: what is no response is noticed late, and can leave Django as an AttributeError."""

from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpResponse
from django.urls import path

from kit import ask, configure, scene, tell

TEXT = [path("", lambda request: "just a text")]
HELLO = [path("", lambda request: HttpResponse("hello"))]


@scene("a view returns text, and a layer reads its status")
def layer_reads():
    def Reading(get_response):
        def layer(request):
            response = get_response(request)
            tell("the layer reads %s" % response.status_code)
            return response

        return layer

    configure(middleware=[Reading], urlpatterns=TEXT)
    tell(str(ask(WSGIHandler())))


@scene("a view returns text, and there is no layer")
def no_layer():
    configure(urlpatterns=TEXT)
    tell(str(ask(WSGIHandler())))


@scene("the outermost layer returns nothing")
def outermost():
    def Forgetful(get_response):
        def layer(request):
            get_response(request)

        return layer

    configure(middleware=[Forgetful], urlpatterns=HELLO)
    tell(str(ask(WSGIHandler())))

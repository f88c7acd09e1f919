"""Surprise 3: a layer can remove itself without a word, or stop the application from starting."""

import importlib

from django.core.exceptions import MiddlewareNotUsed
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpResponse
from django.urls import path

from kit import ask, attempt, configure, fail, folder, scene, tell, telling_layer

URLS = [path("", lambda request: HttpResponse("hello"))]


@scene("a layer that raises MiddlewareNotUsed")
def not_used():
    def Unused(get_response):
        raise MiddlewareNotUsed("nobody needs it")

    layers = [telling_layer("A"), Unused, telling_layer("C")]
    configure(middleware=layers, urlpatterns=URLS)
    tell(str(ask(WSGIHandler())))


@scene("a factory that forgets to return its layer")
def forgotten():
    def forgetful(get_response):
        def layer(request):
            return get_response(request)

    configure(middleware=[forgetful], urlpatterns=URLS)
    tell("WSGIHandler(): %s" % attempt(WSGIHandler))


@scene("a layer that fails when it is made")
def failing():
    import sys

    def Broken(get_response):
        fail(ValueError("on purpose"))

    configure(middleware=[Broken], urlpatterns=URLS)
    with open(folder() + "/shop_wsgi.py", "w") as file:
        file.write("from django.core.wsgi import get_wsgi_application\n")
        file.write("application = get_wsgi_application()\n")
    sys.path.insert(0, folder())
    tell("importing shop_wsgi: %s" % attempt(lambda: importlib.import_module("shop_wsgi")))

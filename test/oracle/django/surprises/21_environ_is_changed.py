"""Surprise 21: request.META is the server's environ itself, and Django writes into it."""

from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpResponse
from django.urls import path

from kit import ask, configure, make_environ, scene, tell


@scene("what the server finds afterwards")
def afterwards():
    def view(request):
        tell("request.META is the environ: %s" % (request.META is environ))
        request.META["shop.note"] = "from the view"
        return HttpResponse("hello")

    environ = make_environ("", SCRIPT_NAME="/caf\xc3\xa9/")
    configure(urlpatterns=[path("", view)])
    for name in "SCRIPT_NAME", "PATH_INFO":
        tell("before: %s is %s" % (name, ascii(environ[name])))
    tell(str(ask(WSGIHandler(), environ)))
    for name in "SCRIPT_NAME", "PATH_INFO", "shop.note":
        tell("after: %s is %s" % (name, ascii(environ[name])))

"""Surprise 22: SCRIPT_NAME moves path and reverse(), but not the resolving of addresses."""

import django
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpResponse
from django.urls import get_script_prefix, path, reverse

from kit import ask, configure, make_environ, scene, tell


def view(request):
    tell("resolved by %r" % request.path_info)
    tell("request.path is %r" % request.path)
    tell("reverse() gives %r" % reverse("page"))
    return HttpResponse("hello")


def play(environ, **settings):
    configure(urlpatterns=[path("page/", view, name="page")], **settings)
    tell(str(ask(WSGIHandler(), environ)))


@scene("the server says SCRIPT_NAME")
def script_name():
    play(make_environ("/page/", SCRIPT_NAME="/shop"))


@scene("Apache says SCRIPT_URL too")
def script_url():
    environ = make_environ("/page/", SCRIPT_NAME="/shop.wsgi", SCRIPT_URL="/pretty/page/")
    play(environ)


@scene("FORCE_SCRIPT_NAME")
def forced():
    environ = make_environ("/page/", SCRIPT_NAME="/shop")
    play(environ, FORCE_SCRIPT_NAME="/forced")


@scene("outside a request")
def outside():
    configure(urlpatterns=[path("page/", view, name="page")], FORCE_SCRIPT_NAME="/forced/")
    tell("after setup(), the prefix is %r" % get_script_prefix())
    django.urls.set_script_prefix("/other/")
    django.setup(set_prefix=False)
    tell("setup(set_prefix=False) leaves it at %r" % get_script_prefix())

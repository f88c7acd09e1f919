"""Surprise 2: factories run from the bottom up, requests from the top down."""

from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpResponse
from django.template.response import SimpleTemplateResponse
from django.urls import path

from kit import Template, ask, configure, fail, scene, tell, telling_layer


def layer(name):
    """A layer that also tells when it is made."""
    made = telling_layer(name)

    def init(self, get_response):
        tell("%s is made" % name)
        super(made, self).__init__(get_response)

    made.__init__ = init
    return made


def play(view):
    layers = [layer("A"), layer("B"), layer("C")]
    configure(middleware=layers, urlpatterns=[path("", view)])
    tell(str(ask(WSGIHandler())))


@scene("a view that answers")
def answers():
    def view(request):
        tell("the view")
        return HttpResponse("hello")

    play(view)


@scene("a view that raises")
def raises():
    play(lambda request: fail(ValueError("on purpose")))


@scene("a view whose response is rendered late")
def late():
    play(lambda request: SimpleTemplateResponse(Template("hello")))

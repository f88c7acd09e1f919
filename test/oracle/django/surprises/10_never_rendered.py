"""Surprise 10: a TemplateResponse that does not come from the view may never be rendered."""

from django.core.handlers.wsgi import WSGIHandler
from django.template.response import SimpleTemplateResponse
from django.urls import path

from kit import Template, ask, configure, fail, scene, tell, telling_layer


def late():
    return SimpleTemplateResponse(Template("hello"))


def play(view=lambda request: fail(ValueError("on purpose")), common=False, **answers):
    more = ["django.middleware.common.CommonMiddleware"] if common else []
    layer = telling_layer("A", **answers)
    configure(middleware=[layer], urlpatterns=[path("", view)], MIDDLEWARE=more + ["shop.A"])
    tell(str(ask(WSGIHandler())))


@scene("process_request returns one")
def request_hook():
    play(process_request=late)


@scene("process_request returns one, inside CommonMiddleware")
def common():
    play(process_request=late, common=True)


@scene("process_response returns one")
def response_hook():
    play(process_response=late)


@scene("process_exception answers a view with one")
def view_error():
    play(process_exception=late)


@scene("process_exception answers a failed rendering with one")
def render_error():
    def view(request):
        return SimpleTemplateResponse(Template("", ValueError("on purpose")))

    play(view=view, process_exception=late)

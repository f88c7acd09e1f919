"""Surprise 18: ATOMIC_REQUESTS puts the view in a transaction, and nothing else."""

from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.http import HttpResponse
from django.template.response import SimpleTemplateResponse
from django.urls import path

from kit import Template, ask, configure, fail, folder, scene, tell


def write(what):
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO note VALUES (%s)", [what])


def Layer(get_response):
    def layer(request):
        write("by the layer")
        return get_response(request)

    return layer


def play(view):
    database = {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": folder() + "/shop.sqlite3",
        "ATOMIC_REQUESTS": True,
    }
    configure(middleware=[Layer], urlpatterns=[path("", view)], DATABASES={"default": database})
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE note (text varchar)")
    answer = ask(WSGIHandler())
    tell("the response is %s" % answer.status)
    with connection.cursor() as cursor:
        cursor.execute("SELECT text FROM note")
        tell("rows: %s" % ", ".join(text for text, in cursor.fetchall()))


@scene("the view raises")
def raises():
    def view(request):
        write("by the view")
        fail(ValueError("on purpose"))

    play(view)


@scene("the view returns a 500")
def returned():
    def view(request):
        write("by the view")
        return HttpResponse("sorry", status=500)

    play(view)


@scene("the view's template fails when it is rendered")
def rendered_late():
    def view(request):
        write("by the view")
        return SimpleTemplateResponse(Template("", ValueError("on purpose")))

    play(view)


@scene("the view returns None")
def nothing():
    play(lambda request: write("by the view"))

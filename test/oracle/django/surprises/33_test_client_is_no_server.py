"""Surprise 33: the test client calls Django in another way than a server does."""

from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.http import Http404, HttpResponse
from django.test import Client
from django.urls import path

from kit import ask, attempt, configure, fail, folder, make_environ, scene, tell


def query(request):
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("hello")


URLS = [
    path("", lambda request: HttpResponse("hello")),
    path("broken/", lambda request: fail(ValueError("on purpose"))),
    path("missing/", lambda request: fail(Http404("no such page"))),
    path("query/", query),
]


def start(**settings):
    configure(urlpatterns=URLS, **settings)


@scene("it raises what a view raises, but not what becomes a 404")
def raises():
    start()
    tell("server: %s" % ask(WSGIHandler(), make_environ("/broken/")).status)
    tell("client: %s" % attempt(lambda: Client().get("/broken/")))
    tell("client: %s" % Client().get("/missing/").status_code)


@scene("it never calls start_response, so nobody refuses a status")
def start_response():
    start()
    handler = Client().handler
    tell("its handler is a %s" % type(handler).__name__)
    tell("it is a WSGIHandler: %s" % isinstance(handler, WSGIHandler))
    watched = []
    ask(WSGIHandler(), watch=watched.append)
    tell("a server sees %s" % watched)
    tell("the client gets a %s" % type(Client().get("/")).__name__)


@scene("it keeps database connections open")
def connections():
    name = folder() + "/shop.sqlite3"
    start(DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": name}})
    ask(WSGIHandler(), make_environ("/query/"))
    tell("after a server's request, open: %s" % (connection.connection is not None))
    Client().get("/query/")
    tell("after the client's request, open: %s" % (connection.connection is not None))


@scene("it takes the body from the answer to HEAD")
def head():
    start()
    answer = ask(WSGIHandler(), make_environ("/", REQUEST_METHOD="HEAD"))
    tell("server: %r" % answer.body)
    tell("client: %r" % Client().head("/").content.decode())


@scene("it passes the CSRF check")
def csrf():
    start(MIDDLEWARE=["django.middleware.csrf.CsrfViewMiddleware"])
    tell("server: %s" % ask(WSGIHandler(), make_environ(REQUEST_METHOD="POST")).status)
    tell("client: %s" % Client().post("/").status_code)
    tell("client with enforce_csrf_checks: %s" % Client(enforce_csrf_checks=True).post("/").status_code)

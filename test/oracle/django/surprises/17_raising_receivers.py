"""Surprise 17: an error of a receiver of request_started or request_finished is the server's."""

import io
from wsgiref.handlers import SimpleHandler

from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.http import HttpResponse
from django.urls import path

from kit import ask, attempt, configure, fail, make_environ, scene, tell, telling_layer


def failing(**kwargs):
    tell("the receiver fails")
    fail(ValueError("on purpose"))


def later(**kwargs):
    tell("a later receiver is called")


def start(signal):
    urls = [path("", lambda request: HttpResponse("hello"))]
    configure(middleware=[telling_layer("A")], urlpatterns=urls)
    signal.connect(failing)
    signal.connect(later)
    return WSGIHandler()


@scene("request_started")
def started():
    tell(str(ask(start(request_started))))


@scene("request_finished")
def finished():
    tell(str(ask(start(request_finished))))


@scene("request_finished, under wsgiref")
def under_wsgiref():
    application = start(request_finished)
    out, errors = io.BytesIO(), io.StringIO()
    server = SimpleHandler(io.BytesIO(), out, errors, make_environ())
    tell("the server's run(): %s" % attempt(lambda: server.run(application)).split(":")[0])
    tell("sent: %r" % out.getvalue().decode().splitlines()[-1])
    causes = [line for line in errors.getvalue().splitlines() if line.startswith("ValueError")]
    tell("its log has: %s" % causes)

"""Surprise 29: got_request_exception is for uncaught errors alone; mail follows the log instead."""

import logging

from django.core import mail
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import got_request_exception
from django.http import Http404
from django.http.multipartparser import MultiPartParserError
from django.urls import path

from kit import ask, configure, fail, scene, tell


class Telling(logging.Handler):
    def emit(self, record):
        tell("log: %s of %s" % (record.levelname, record.name))


def receiver(**kwargs):
    tell("signal got_request_exception")


def play(error_class):
    configure(
        urlpatterns=[path("", lambda request: fail(error_class("on purpose")))],
        ADMINS=[("Ann", "ann@example.com")],
        EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend",
    )
    mail.outbox = []
    logging.getLogger().addHandler(Telling())
    got_request_exception.connect(receiver)
    answer = ask(WSGIHandler())
    tell("status: %s" % answer.status)
    tell("mails to the admins: %s" % len(mail.outbox))


@scene("ValueError")
def value_error():
    play(ValueError)


@scene("SuspiciousOperation")
def suspicious():
    play(SuspiciousOperation)


@scene("a form that cannot be parsed")
def unparsed():
    play(MultiPartParserError)


@scene("PermissionDenied")
def denied():
    play(PermissionDenied)


@scene("Http404")
def missing():
    play(Http404)

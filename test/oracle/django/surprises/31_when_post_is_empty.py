"""Surprise 31: POST is empty more often than one thinks, and a body is read only by who asks."""

import io

from django.core.handlers.wsgi import WSGIRequest

from kit import attempt, configure, make_environ, scene, tell

FORM = "application/x-www-form-urlencoded"


class Stream(io.BytesIO):
    """A body that tells when somebody reads it."""

    def read(self, size=-1):
        tell("the server's stream is read")
        return super().read(size)


def make_request(method="POST", content_type=FORM, body=b"name=Ann", length=True):
    configure()
    environ = make_environ(REQUEST_METHOD=method, CONTENT_TYPE=content_type)
    environ["wsgi.input"] = Stream(body)
    if length:
        environ["CONTENT_LENGTH"] = str(len(body))
    return WSGIRequest(environ)


def show(request):
    tell("POST is %r" % dict(request.POST.lists()))
    tell("body is %r" % request.body.decode())


@scene("a form")
def form():
    show(make_request())


@scene("a form without CONTENT_LENGTH")
def no_length():
    show(make_request(length=False))


@scene("the same form with PUT")
def put():
    show(make_request(method="PUT"))


@scene("JSON")
def json():
    show(make_request(content_type="application/json", body=b'{"name": "Ann"}'))


@scene("the body after a part of it was read")
def after_reading():
    request = make_request()
    tell("read: %r" % request.read(4).decode())
    tell("request.body: %s" % attempt(lambda: request.body))


@scene("nobody asks")
def nobody():
    request = make_request()
    tell("the request is made; its method is %s" % request.method)

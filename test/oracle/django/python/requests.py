"""Requests made of an environ that a case describes."""

import io

from django.core.handlers.wsgi import WSGIRequest

from values import decode

ENVIRON = {"REQUEST_METHOD": "GET", "PATH_INFO": "/", "wsgi.url_scheme": "http"}


def make_request(case):
    """A request of the case's environ and body; what the case leaves out is not there."""
    environ = dict(ENVIRON)
    environ.update({key: decode(value) for key, value in case["environ"]})
    environ["wsgi.input"] = io.BytesIO(case.get("body", "").encode("latin-1"))
    return WSGIRequest(environ)

"""Views that do not give a response, each in its way."""

import sys

from django.core import exceptions
from django.http import Http404, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.urls import path, reverse


def missing(request):
    raise Http404("no such thing")


def silent(request):
    raise Http404


def forbidden(request):
    raise exceptions.PermissionDenied("not for you")


def suspicious(request):
    raise exceptions.SuspiciousOperation("looks odd")


def multipart(request):
    raise MultiPartParserError("odd parts")


def host(request):
    raise exceptions.DisallowedHost("odd host")


def big(request):
    raise exceptions.RequestDataTooBig("too big")


def fields(request):
    raise exceptions.TooManyFieldsSent("too many")


def file(request):
    raise exceptions.SuspiciousFileOperation("odd file")


def value(request):
    raise ValueError("a value")


def key(request):
    return HttpResponse({}["absent"])


def configured(request):
    raise exceptions.ImproperlyConfigured("badly set up")


def nothing(request):
    pass


def word(request):
    return "a str"


def leave(request):
    sys.exit(3)


def interrupt(request):
    raise KeyboardInterrupt


def generator(request):
    raise GeneratorExit


def returned(request):
    return HttpResponse("a returned 500", status=500)


def teapot(request):
    return HttpResponse("a teapot", status=418)


def unreversed(request):
    return HttpResponse(reverse("nowhere"))


def stream(request):
    from django.http import StreamingHttpResponse

    def parts():
        yield b"begun, "
        raise ValueError("while streaming")

    return StreamingHttpResponse(parts())


urlpatterns = [
    path("missing/", missing),
    path("silent/", silent),
    path("forbidden/", forbidden),
    path("suspicious/", suspicious),
    path("multipart/", multipart),
    path("host/", host),
    path("big/", big),
    path("fields/", fields),
    path("file/", file),
    path("value/", value),
    path("key/", key),
    path("configured/", configured),
    path("nothing/", nothing),
    path("word/", word),
    path("leave/", leave),
    path("interrupt/", interrupt),
    path("generator/", generator),
    path("returned/", returned),
    path("teapot/", teapot),
    path("unreversed/", unreversed),
    path("stream/", stream),
]

"""A root URLconf with error pages of its own, of which some fail."""

from django.http import HttpResponse
from django.urls import include, path


def bad(request, exception):
    return HttpResponse("own 400: %s" % type(exception).__name__, status=400)


def forbidden(request, exception):
    return HttpResponse("own 403: %s" % exception, status=403)


def missing(request, exception):
    if "fail" in request.GET:
        raise KeyError("in handler404")
    return HttpResponse("own 404: %s" % type(exception).__name__, status=404)


def broken(request):
    if "fail" in request.GET:
        raise KeyError("in handler500")
    return HttpResponse("own 500", status=500)


urlpatterns = [path("errors/", include("demo.errors")), path("forms/", include("demo.forms"))]
handler400 = bad
handler403 = "demo.own_errors.forbidden"
handler404 = missing
handler500 = broken

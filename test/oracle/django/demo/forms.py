"""Forms and uploads."""

from django.http import HttpResponse, HttpResponseRedirect
from django.middleware.csrf import get_token, rotate_token
from django.urls import path
from django.views.decorators.csrf import (
    csrf_exempt,
    csrf_protect,
    ensure_csrf_cookie,
    requires_csrf_token,
)

from demo.plain import text

FORM = '<form method="post"><input type="hidden" name="csrfmiddlewaretoken" value="%s"></form>'


def fields(request):
    lines = ["%s=%s" % (key, "|".join(values)) for key, values in request.POST.lists()]
    return [line for line in lines if not line.startswith("csrfmiddlewaretoken")]


def uploads(request):
    return [
        "%s: %s %s %s" % (key, file.name, file.content_type, file.size)
        for key, files in request.FILES.lists()
        for file in files
    ]


def form(request):
    if request.method == "POST":
        return text("\n".join(fields(request) + uploads(request)))
    return HttpResponse(FORM % get_token(request))


@csrf_exempt
def exempt(request):
    return text("\n".join(fields(request) + uploads(request)))


@csrf_protect
def protected(request):
    return text("protected")


@ensure_csrf_cookie
def ensured(request):
    return text("ensured")


@requires_csrf_token
def required(request):
    return text("required")


def rotated(request):
    rotate_token(request)
    return text("rotated")


def sent(request):
    return HttpResponseRedirect("/forms/done/") if request.method == "POST" else text("form")


@csrf_exempt
def contents(request):
    return text("|".join(file.read().decode("latin-1") for file in request.FILES.values()))


@csrf_exempt
def charset(request):
    request.encoding = "latin-1"
    return text("\n".join(fields(request)))


@csrf_exempt
def twice(request):
    try:
        request.POST
    except Exception as error:
        return text("%s, then %s fields" % (type(error).__name__, len(request.POST)))
    return text("no error")


urlpatterns = [
    path("form/", form, name="form"),
    path("exempt/", exempt),
    path("protected/", protected),
    path("ensured/", ensured),
    path("required/", required),
    path("rotated/", rotated),
    path("sent/", sent),
    path("contents/", contents),
    path("charset/", charset),
    path("twice/", twice),
]

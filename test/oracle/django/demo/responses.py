"""Views that answer with every kind of response."""

import io

from django import http
from django.shortcuts import redirect
from django.urls import path


def json(request):
    return http.JsonResponse({"word": "caf\u00e9", "list": [1, None, True], "dict": {}})


def unsafe(request):
    return http.JsonResponse([1, 2], safe="safe" not in request.GET)


def stream(request):
    return http.StreamingHttpResponse(iter([b"one ", "two ", b"three"]))


def drained(request):
    return http.HttpResponse(part for part in ["a", b"b", 3])


def file(request):
    kind = request.GET.get("as", "")
    content = io.BytesIO(b"content of a file")
    return http.FileResponse(
        content, as_attachment=kind == "attachment", filename=request.GET.get("name", "")
    )


def moved(request):
    return redirect(request.GET.get("to", "index"), permanent="permanent" in request.GET)


def unmodified(request):
    return http.HttpResponseNotModified()


def allowed(request):
    return http.HttpResponseNotAllowed(["GET", "PUT"])


def empty(request):
    return http.HttpResponse(status=204)


def gone(request):
    return http.HttpResponseGone("gone")


def cookies(request):
    response = http.HttpResponse("cookies")
    response.set_cookie("plain", "value")
    response.set_cookie("odd", 'a "b"; c, d')
    response.set_cookie("aged", "1", max_age=60, path="/visits/", domain="example.com")
    response.set_cookie("strict", "1", secure=True, httponly=True, samesite="Strict")
    response.set_signed_cookie("signed", "hello", salt="demo")
    response.delete_cookie("old")
    return response


def signed(request):
    return http.HttpResponse(request.get_signed_cookie("signed", default="none", salt="demo"))


def headers(request):
    response = http.HttpResponse("headers", reason=request.GET.get("reason"))
    response[request.GET.get("name", "X-Name")] = request.GET.get("value", "value")
    return response


def charset(request):
    return http.HttpResponse("caf\u00e9", charset="latin-1")


def status(request, code):
    return http.HttpResponse("status", status=code)


def pieces(request):
    response = http.HttpResponse("a")
    response.write("b")
    response["X-Length"] = response.tell()
    response.setdefault("X-Length", 7)
    response.setdefault("X-Other", 7)
    del response["X-Missing"]
    return response


urlpatterns = [
    path("json/", json),
    path("unsafe/", unsafe),
    path("stream/", stream),
    path("drained/", drained),
    path("file/", file),
    path("moved/", moved),
    path("unmodified/", unmodified),
    path("allowed/", allowed),
    path("empty/", empty),
    path("gone/", gone),
    path("cookies/", cookies),
    path("signed/", signed),
    path("headers/", headers),
    path("charset/", charset),
    path("status/<int:code>/", status),
    path("pieces/", pieces),
]

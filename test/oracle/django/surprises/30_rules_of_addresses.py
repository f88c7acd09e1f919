"""Surprise 30: what a view is given by its address, and when an address is none."""

from django.http import Http404
from django.urls import path, re_path, register_converter, resolve

from kit import configure, scene, tell


def first(request):
    """A view."""


def second(request):
    """Another view."""


def play(urlpatterns, *paths):
    configure(urlpatterns=urlpatterns)
    for path_info in paths:
        try:
            match = resolve(path_info)
        except Http404:
            tell("%r leads nowhere" % path_info)
        else:
            told = (path_info, match.func.__name__, list(match.args), match.kwargs)
            tell("%r leads to %s, args %r, kwargs %r" % told)


@scene("the first pattern that matches wins")
def order():
    play([path("<word>/", first), path("hello/", second)], "/hello/")


@scene("named groups drop the others")
def groups():
    play([re_path(r"^(\d+)/(?P<word>\w+)/$", first), re_path(r"^(\d+)-(\d+)/$", second)], "/7/a/", "/1-2/")


@scene("what the pattern adds beats what it captures")
def extras():
    play([path("<word>/", first, {"word": "added"})], "/captured/")


@scene("a converter that fails is no match")
def converter():
    class Even:
        regex = "[0-9]+"

        def to_python(self, value):
            if int(value) % 2:
                raise ValueError(value)
            return int(value)

        def to_url(self, value):
            return str(value)

    register_converter(Even, "even")
    play([path("<even:number>/", first), path("<int:number>/", second)], "/4/", "/5/")


@scene("a pattern that ends in $ has to match the whole address")
def whole():
    play([re_path(r"hello/?$", first)], "/hello/", "/say/hello/")


@scene("a pattern without ^ and $ begins anywhere")
def anywhere():
    play([re_path(r"hello/?", first)], "/hello/", "/say/hello/you")

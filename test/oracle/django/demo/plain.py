"""Views that show what they were given."""

from django.http import HttpResponse
from django.urls import get_resolver, path, re_path, reverse
from django.views.decorators.csrf import csrf_exempt


def text(body, **kwargs):
    """A response of plain text."""
    return HttpResponse(body, content_type="text/plain; charset=utf-8", **kwargs)


def index(request):
    return HttpResponse("<h1>Demo</h1>")


def hello(request, name="World"):
    return text("Hello, %s" % name)


def article(request, year, slug):
    return text("%s %s" % (year + 1, slug))


def archive(request, year, month):
    return text("%s-%s" % (year, month))


def unnamed(request, number, word):
    return text("%s/%s" % (number, word))


def identity(request, id):
    return text("%s" % id)


def whole(request, name):
    return text(name)


def query(request):
    lines = ["%s=%s" % (key, "|".join(values)) for key, values in request.GET.lists()]
    return text("\n".join(lines))


def address(request):
    lines = [
        request.method,
        request.path,
        request.path_info,
        request.get_full_path(),
        request.scheme,
        "ajax" if request.is_ajax() else "no ajax",
        request.content_type,
    ]
    return text("\n".join(lines))


def host(request):
    return text("\n".join([request.get_host(), request.get_port(), request.build_absolute_uri("x")]))


def raw(request):
    return text(request.get_raw_uri())


def shown(request):
    resolver = get_resolver()
    shown = [request, HttpResponse("x"), request.resolver_match, resolver, resolver.url_patterns[0]]
    return text("\n".join(repr(one) for one in shown))


@csrf_exempt
def body(request):
    return HttpResponse(request.body, content_type="application/octet-stream")


@csrf_exempt
def lines(request):
    return text("|".join(line.decode("latin-1").strip() for line in request))


@csrf_exempt
def late(request):
    request.read(3)
    return text("%s" % len(request.body))


def cookies(request):
    return text("\n".join("%s=%s" % (key, value) for key, value in request.COOKIES.items()))


def headers(request):
    names = ["Accept", "X-Custom", "Content-Type", "content-length"]
    return text("\n".join("%s: %s" % (name, request.headers.get(name, "-")) for name in names))


def addresses(request):
    made = [
        reverse("index"),
        reverse("article", kwargs={"year": 2019, "slug": "a-b"}),
        reverse("article", args=[2019, "c"]),
        reverse("unnamed", args=[7, "x"]),
        reverse("whole", kwargs={"name": "a b/\u00e9?#"}),
        reverse("notes:list"),
        reverse("other:list"),
        reverse("notes:list", current_app="other"),
    ]
    return text("\n".join(made))


def resolved(request, **kwargs):
    match = request.resolver_match
    shown = [match.view_name, match.url_name, match.app_name, match.namespace, match.route]
    return text("\n".join("%s" % one for one in shown))


urlpatterns = [
    path("hello/", hello, name="hello"),
    path("hello/<name>/", hello, name="hello-name"),
    path("articles/<int:year>/", article, {"slug": "all"}, name="year"),
    path("articles/<int:year>/<slug:slug>/", article, name="article"),
    path("kwargs/<slug>/", article, {"year": 1, "slug": "wins"}),
    re_path(r"^archive/(?P<year>[0-9]{4})/(?P<month>[0-9]{2})/$", archive, name="archive"),
    re_path(r"^unnamed/(\d+)/(\w+)/$", unnamed, name="unnamed"),
    path("identity/<uuid:id>/", identity, name="identity"),
    path("whole/<path:name>", whole, name="whole"),
    path("query/", query),
    path("address/", address),
    path("address", address),
    path("host/", host),
    path("raw/", raw),
    path("shown/", shown, name="shown"),
    path("body/", body),
    path("lines/", lines),
    path("late/", late),
    path("cookies/", cookies),
    path("headers/", headers),
    path("addresses/", addresses),
    path("resolved/", resolved, name="resolved"),
    re_path(r"^resolved/(?P<word>[a-z]+)$", resolved),
]

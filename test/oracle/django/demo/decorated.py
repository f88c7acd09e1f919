"""Views with decorators."""

import datetime

from django.http import HttpResponse
from django.urls import path
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.clickjacking import (
    xframe_options_deny,
    xframe_options_exempt,
    xframe_options_sameorigin,
)
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import (
    condition,
    conditional_page,
    etag,
    last_modified,
    require_GET,
    require_http_methods,
    require_POST,
    require_safe,
)
from django.views.decorators.vary import vary_on_cookie, vary_on_headers

from demo.plain import text

MOMENT = datetime.datetime(2019, 4, 1, 12, 30, 15)


def tag_of(request, *args, **kwargs):
    return '"%s"' % request.GET.get("tag", "abc")


def moment_of(request, *args, **kwargs):
    return None if "never" in request.GET else MOMENT


@require_GET
def get(request):
    return text("get")


@csrf_exempt
@require_POST
def post(request):
    return text("post")


@require_safe
def safe(request):
    return text("safe")


@csrf_exempt
@require_http_methods(["PUT", "PATCH"])
def put(request):
    return text("put")


@csrf_exempt
@etag(tag_of)
def tagged(request):
    return text("tagged")


@csrf_exempt
@last_modified(moment_of)
def dated(request):
    return text("dated")


@csrf_exempt
@condition(etag_func=tag_of, last_modified_func=moment_of)
def both(request):
    return text("both")


@conditional_page
def page(request):
    return text("a page")


@never_cache
def never(request):
    return text("never")


@cache_control(private=True, max_age=60)
def control(request):
    return text("control")


@vary_on_headers("Accept", "X-Custom")
@vary_on_cookie
def varied(request):
    return text("varied")


@xframe_options_deny
def deny(request):
    return text("deny")


@xframe_options_sameorigin
def same(request):
    return text("same")


@xframe_options_exempt
def exempt(request):
    return text("exempt")


def agent(request):
    response = HttpResponse("agent")
    response["ETag"] = '"own"'
    response["Vary"] = "Accept"
    return response


urlpatterns = [
    path("get/", get),
    path("post/", post),
    path("safe/", safe),
    path("put/", put),
    path("tagged/", tagged),
    path("dated/", dated),
    path("both/", both),
    path("page/", page),
    path("never/", never),
    path("control/", control),
    path("varied/", varied),
    path("deny/", deny),
    path("same/", same),
    path("exempt/", exempt),
    path("agent/", agent),
]

"""Layers: one that logs its five hooks, and small ones that each do one thing."""

import logging

from django.core.exceptions import MiddlewareNotUsed, PermissionDenied
from django.http import Http404, HttpResponse

logger = logging.getLogger("demo")


class HookLog:
    """Logs what it is asked, hook by hook."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        logger.info("request %s %s" % (request.method, request.path))
        response = self.get_response(request)
        logger.info("response %s" % response.status_code)
        return response

    def process_view(self, request, view, args, kwargs):
        names = ", ".join(sorted(kwargs))
        logger.info("view with %s args and kwargs [%s]" % (len(args), names))

    def process_template_response(self, request, response):
        logger.info("template response")
        return response

    def process_exception(self, request, exception):
        logger.info("exception %s" % type(exception).__name__)


class Inner(HookLog):
    """The same once more, for stacks of two."""


def header(get_response):
    """A layer that is a function: adds a header."""

    def layer(request):
        response = get_response(request)
        response["X-Layer"] = request.path
        return response

    return layer


def early(get_response):
    """Answers itself where it is asked to, without those further in."""

    def layer(request):
        if "early" in request.GET:
            return HttpResponse("early")
        if "missing" in request.GET:
            raise Http404("missing in a layer")
        if "forbidden" in request.GET:
            raise PermissionDenied("forbidden in a layer")
        if "broken" in request.GET:
            raise ValueError("broken in a layer")
        return get_response(request)

    return layer


class Rescue:
    """Answers exceptions of views."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        return HttpResponse("rescued from %s" % type(exception).__name__, status=503)


class Replace:
    """Answers before the view is called."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        return HttpResponse("instead of the view")


class Forget:
    """Forgets to give the response back."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        self.get_response(request)


class Elsewhere:
    """Has each request resolved by the URLconf that its header names."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if "HTTP_X_URLCONF" in request.META:
            request.urlconf = request.META["HTTP_X_URLCONF"]
        return self.get_response(request)


class Unused:
    """Leaves as soon as it is made."""

    def __init__(self, get_response):
        raise MiddlewareNotUsed("nobody needs it")


def nothing(get_response):
    """Makes no layer, which is an error."""

"""What the views and the layers of a stack can do, and the list of what happened meanwhile."""

from django.core import exceptions
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.http.multipartparser import MultiPartParserError
from django.template.response import SimpleTemplateResponse

seen = []


def note(text):
    """Writes down that something happened."""
    seen.append(text)


def fail(name, message="on purpose"):
    """Raises an exception of the class with that name."""
    raise ERRORS[name](message)


class Template:
    """A template that notes when it is rendered, and raises where the case says so."""

    def __init__(self, error):
        self.error = error

    def render(self, context, request):
        note("render")
        if self.error is not None:
            fail(self.error)
        return "rendered"


def pieces(error):
    """A body of two pieces, the second of which may fail."""
    note("first piece")
    yield "one "
    note("second piece")
    if error is not None:
        fail(error)
    yield "two"


ERRORS = {
    "ValueError": ValueError,
    "RuntimeError": RuntimeError,
    "Http404": Http404,
    "PermissionDenied": exceptions.PermissionDenied,
    "SuspiciousOperation": exceptions.SuspiciousOperation,
    "DisallowedHost": exceptions.DisallowedHost,
    "TooManyFieldsSent": exceptions.TooManyFieldsSent,
    "MultiPartParserError": MultiPartParserError,
    "MiddlewareNotUsed": exceptions.MiddlewareNotUsed,
    "ImproperlyConfigured": exceptions.ImproperlyConfigured,
    "SystemExit": SystemExit,
    "KeyboardInterrupt": KeyboardInterrupt,
}

ACTIONS = {
    "answer": lambda status: HttpResponse("answer", status=status),
    "template": lambda error=None: SimpleTemplateResponse(Template(error)),
    "stream": lambda error=None: StreamingHttpResponse(pieces(error)),
    "value": lambda value: value,
    "raise": fail,
}


def act(action):
    """Does what a case says: [kind, what it is given]; nothing where that is null."""
    if action is None:
        return None
    kind, *given = action
    return ACTIONS[kind](*given)

"""The view inside a stack, its addresses, and the error views that a case may ask for."""

from django.urls import path

from stack_actions import act, note

CODES = ("400", "403", "404", "500")

wanted = {}


def view(request, **kwargs):
    """Does what the case says."""
    note("VIEW")
    return act(wanted["view"])


urlpatterns = [path("", view), path("numbers/<int:number>/", view)]


def _error_view(code, action):
    def error_view(request, exception=None):
        note("handler%s %s" % (code, type(exception).__name__))
        return act(action)

    return error_view


def fill(case):
    """Makes the views do what a case says."""
    wanted["view"] = case["view"]
    for code in CODES:
        globals().pop("handler" + code, None)
        if code in case.get("handlers", {}):
            globals()["handler" + code] = _error_view(code, case["handlers"][code])

"""Suite django-middleware: one request through a stack of layers, and who saw what of it."""

import logging

from django.core import signals
from django.core.handlers.wsgi import WSGIHandler
from django.test.utils import override_settings
from django.urls import clear_url_caches

import browser
import own_pages
import stack_actions
import stack_layers
import stack_views
from stack_actions import note
from values import encode_error

SIGNALS = ("request_started", "request_finished", "got_request_exception")


class LogNotes(logging.Handler):
    """Notes what is logged: level, logger, message, status, and the exception's class."""

    def emit(self, record):
        status = getattr(record, "status_code", "no status")
        error = record.exc_info[0].__name__ if record.exc_info else "no exception"
        line = (record.levelname, record.name, record.getMessage(), status, error)
        note("%s %s: %s (%s, %s)" % line)


def listen():
    logging.disable(logging.NOTSET)
    logging.getLogger().addHandler(LogNotes())
    logging.getLogger("django.request").setLevel(logging.DEBUG)
    for name in SIGNALS:
        getattr(signals, name).connect(_noting(name), weak=False)


def _noting(name):
    return lambda **kwargs: note("signal " + name)


listen()


def run(case):
    """What came of a case's request."""
    stack_views.fill(case)
    asked = {
        "ALLOWED_HOSTS": ["*"],
        "DEBUG": case["debug"],
        "DEBUG_PROPAGATE_EXCEPTIONS": case.get("propagate", False),
        "MIDDLEWARE": stack_layers.fill(case["layers"]),
        "ROOT_URLCONF": "stack_views",
    }
    del stack_actions.seen[:]
    with override_settings(**asked):
        clear_url_caches()
        try:
            handler = WSGIHandler()
        except Exception as error:
            return {"start": encode_error(error), "events": list(stack_actions.seen)}
        return ask(handler, case["path"])


def ask(handler, path):
    """Sends a request as a server does; notes what the server gets, and when."""
    out = {}
    chunks = []

    def start_response(status, headers):
        note("start_response")
        out["status"] = status
        out["headers"] = [list(header) for header in headers]

    try:
        result = handler(browser.Browser().environ({"path": path}), start_response)
        try:
            for chunk in result:
                note("chunk")
                chunks.append(chunk.decode("latin-1"))
        finally:
            note("close")
            result.close()
    except BaseException as error:
        out["raised"] = encode_error(error)
    if "status" in out:
        out["body"] = "".join(chunks)
        own_pages.replace(out)
    out["events"] = list(stack_actions.seen)
    return out

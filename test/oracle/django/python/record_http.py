"""Suite django-http: whole requests to the demo project, one after the other as a browser sends them."""

import re

from django.conf import settings
from django.contrib.messages.storage import base as messages
from django.contrib.messages.utils import get_level_tags
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.test.utils import override_settings
from django.utils import crypto

import browser
import demo_site
import own_pages
from values import decode

PATTERNS = ("DISALLOWED_USER_AGENTS", "IGNORABLE_404_URLS")
SEED = 2019

database = demo_site.Database()
events = demo_site.Events()
events.connect()


def settings_of(case):
    """The settings that a case changes."""
    asked = {name: decode(value) for name, value in case.get("settings", {}).items()}
    for name in PATTERNS:
        if name in asked:
            asked[name] = [re.compile(source) for source in asked[name]]
    return asked


def run(case):
    """What came of each request of a case, and what was drawn for them."""
    database.restore()
    connection.settings_dict["ATOMIC_REQUESTS"] = case.get("atomic", False)
    crypto.random = demo_site.Entropy(SEED)
    events.take()
    with override_settings(**settings_of(case)):
        messages.LEVEL_TAGS = get_level_tags()
        try:
            handler = WSGIHandler()
        except Exception as error:
            return {"start": failure(error), "events": events.take()}
        visitor = browser.Browser()
        answers = [ask(handler, visitor, request) for request in case["requests"]]
    drawn = "".join(crypto.random.drawn)
    return {"answers": answers, **({"drawn": drawn} if drawn else {})}


def failure(error):
    """An exception by its class and its message."""
    return [type(error).__name__, str(error)]


def ask(handler, visitor, request):
    """Sends one request as a server does; gives what the server saw, and what happened meanwhile."""
    out = {}
    chunks = []

    def start_response(status, headers, exc_info=None):
        out["status"] = status
        out["headers"] = [list(header) for header in headers]

    try:
        result = handler(visitor.environ(request), start_response)
        try:
            for chunk in result:
                chunks.append(chunk.decode("latin-1"))
                if len(chunks) == request.get("take"):
                    break
        finally:
            if request.get("close", True) and hasattr(result, "close"):
                result.close()
    except BaseException as error:
        out["raised"] = failure(error)
    if "status" in out:
        out["body"] = chunks[0] if len(chunks) == 1 else chunks
        visitor.look_at(out)
        own_pages.replace(out)
    out["events"] = events.take()
    return out

"""The demo project on real Django: one request at a time, with the calls that it makes."""

import io
import json
import os
import platform
import shutil
import time

import browser
import demo_site
import tracer

from . import shims

HERE = os.path.dirname(os.path.abspath(__file__))
FIRST = os.path.join(HERE, "..", "demo.sqlite3")
FOLDER = "/site"
NOW = 1556668800.0
SEED = 2019
TIMES = 3

events = None


def prepare(database):
    """Sets the project up on a database of its own."""
    shims.install()
    time.time = lambda: NOW
    os.makedirs(FOLDER, exist_ok=True)
    os.environ["DJANGO_SETTINGS_MODULE"] = "demo.settings"
    os.environ["DEMO_DATABASE"] = database
    os.environ["DEMO_TEMPLATES"] = os.path.join(HERE, "..", "templates")
    import django

    django.setup()
    return django.get_version()


def begin():
    """Opens the site. Gives the versions of Python and of Django, as JSON."""
    global events
    django_version = prepare(os.path.join(FOLDER, "demo.sqlite3"))
    events = demo_site.Events()
    events.connect()
    return json.dumps({"python": platform.python_version(), "django": django_version})


def make_database():
    """Makes the database that each request begins with; gives its path. For the build alone."""
    path = os.path.join(FOLDER, "first.sqlite3")
    prepare(path)
    demo_site.Database()
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("UPDATE django_migrations SET applied = %s", ["2019-05-01 00:00:00"])
        cursor.execute("UPDATE auth_user SET date_joined = %s", ["2019-05-01 00:00:00"])
        cursor.execute("VACUUM")
    connection.close()
    return path


def ask(text):
    """Answers a request, as JSON, on the site as it is at first; the calls are those of the last of three times."""
    request = json.loads(text)
    for _ in range(TIMES):
        answer = _ask_once(request)
    return json.dumps(answer)


def _ask_once(request):
    from django.core.handlers.wsgi import WSGIHandler
    from django.db import connection
    from django.utils import crypto

    connection.close()
    shutil.copy(FIRST, os.environ["DEMO_DATABASE"])
    crypto.random = demo_site.Entropy(SEED)
    events.take()
    made = tracer.Tracer()
    answer = {}
    try:
        handler = WSGIHandler()
        made.run(lambda: _served(handler, browser.Browser().environ(request), answer))
    except BaseException as error:
        answer["raised"] = "%s: %s" % (type(error).__name__, error)
    return dict(answer, calls=made.calls, events=events.take())


def _served(handler, environ, answer):
    """Asks as a server does, to the end of the body and `close()`."""

    def start_response(status, headers, exc_info=None):
        answer.update(status=status, headers=headers)
        return io.BytesIO().write

    result = handler(environ, start_response)
    try:
        answer["body"] = b"".join(result).decode("latin-1")
    finally:
        if hasattr(result, "close"):
            result.close()

"""Record what the same requests get from one release of Django after the other.

Run by hand, on CPython 3.11, with a folder that has an installation of each release in a folder
of its name (`pip install --target releases/3.2.25 Django==3.2.25` and so on):

    python record_releases.py releases > releases.json

Each probe runs in a process of its own, and says in one line what came of it.
"""
import json
import os
import subprocess
import sys

PROBES = {}


def probe(function):
    PROBES[function.__name__] = function
    return function


def start(**settings_):
    import logging
    import warnings

    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    import django
    from django.conf import settings

    settings.configure(
        **{"SECRET_KEY": "x", "ALLOWED_HOSTS": ["*"], "ROOT_URLCONF": __name__, "LOGGING_CONFIG": None, **settings_}
    )
    django.setup()


def ask(path="/", **environ):
    """What the server gets: the status and the headers, or what left the handler."""
    from django.core.wsgi import get_wsgi_application
    from django.test import RequestFactory

    application = get_wsgi_application()
    answer = {}

    def start_response(status, headers):
        answer.update(status=status, headers=dict(headers))

    try:
        request = RequestFactory().get(path, **environ)
        result = application(request.environ, start_response)
        answer["body"] = b"".join(result)
        result.close()
    except BaseException as error:
        answer["escaped"] = type(error).__name__
    return answer


def shortly(answer):
    if "escaped" in answer:
        return "%s leaves the handler" % answer["escaped"]
    return answer["status"]


urlpatterns = []


def serve(view):
    from django.urls import re_path

    urlpatterns[:] = [re_path("", view)]


@probe
def view_returns_a_str():
    start()
    serve(lambda request: "text")
    return shortly(ask())


@probe
def layer_returns_none():
    start(MIDDLEWARE=[__name__ + ".forgetful"])
    serve(lambda request: None)
    return shortly(ask())


def forgetful(get_response):
    return lambda request: None


@probe
def view_calls_sys_exit():
    start()
    serve(lambda request: sys.exit(1))
    return shortly(ask())


@probe
def system_exit_has_a_branch():
    import inspect

    start()
    from django.core.handlers import exception

    return "yes" if "SystemExit" in inspect.getsource(exception) else "no"


@probe
def asynchronous_view():
    from django.http import HttpResponse

    start()

    async def view(request):
        return HttpResponse("awaited")

    serve(view)
    return shortly(ask())


@probe
def asgi_handler():
    start()
    try:
        from django.core.asgi import get_asgi_application  # noqa: F401
    except ImportError:
        return "no"
    return "yes"


@probe
def headers_of_the_layers():
    from django.http import HttpResponse

    start(
        MIDDLEWARE=[
            "django.middleware.security.SecurityMiddleware",
            "django.middleware.clickjacking.XFrameOptionsMiddleware",
        ]
    )
    serve(lambda request: HttpResponse("x"))
    headers = ask()["headers"]
    wanted = ("X-Frame-Options", "X-Content-Type-Options", "Referrer-Policy", "Cross-Origin-Opener-Policy")
    return ", ".join("%s: %s" % (name, headers[name]) for name in wanted if name in headers)


@probe
def file_is_closed_by_the_server():
    """Whether request_finished is sent when a server closes what it was given of a file."""
    import tempfile
    from wsgiref.util import FileWrapper

    from django.core.signals import request_finished
    from django.http import FileResponse

    start()
    seen = []

    def receiver(**kwargs):
        seen.append(True)

    request_finished.connect(receiver)
    file = tempfile.TemporaryFile()
    serve(lambda request: FileResponse(file))
    ask(**{"wsgi.file_wrapper": FileWrapper})
    return "request_finished is sent" if seen else "request_finished is not sent"


@probe
def app_config_is_found():
    import tempfile

    folder = tempfile.mkdtemp()
    os.mkdir(os.path.join(folder, "polls"))
    open(os.path.join(folder, "polls", "__init__.py"), "w").close()
    with open(os.path.join(folder, "polls", "apps.py"), "w") as apps:
        apps.write(
            "from django.apps import AppConfig\n"
            "class PollsConfig(AppConfig):\n    name = 'polls'\n    def ready(self): self.told = True\n"
        )
    sys.path.insert(0, folder)
    start(INSTALLED_APPS=["polls"])
    from django.apps import apps as registry

    return "ready() is called" if hasattr(registry.get_app_config("polls"), "told") else "ready() is not called"


@probe
def time_zone_aware_by_default():
    from django.conf import global_settings

    return "yes" if global_settings.USE_TZ else "no"


def in_a_process(folder, name):
    env = dict(os.environ, PYTHONPATH=folder)
    return subprocess.check_output([sys.executable, __file__, "--probe", name], env=env).decode().strip()


if __name__ == "__main__":
    if sys.argv[1] == "--probe":
        sys.modules["record_releases"] = sys.modules["__main__"]
        __name__ = "record_releases"
        print(PROBES[sys.argv[2]]())
    else:
        releases = sorted(os.listdir(sys.argv[1]), key=lambda name: [int(part) for part in name.split(".")])
        folders = {release: os.path.join(os.path.abspath(sys.argv[1]), release) for release in releases}
        answers = {name: {release: in_a_process(folders[release], name) for release in releases} for name in PROBES}
        print(json.dumps({"description": "What one release of Django after the other did: recorded by record_releases.py.", "python": sys.version.split()[0], "releases": releases, "probes": answers}, indent=1))

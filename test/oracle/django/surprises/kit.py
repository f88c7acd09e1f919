"""What the surprises share: telling, settings in one line, and a server that sends one request."""

import io
import sys
import types

told = []
scenes = {}
place = None


def tell(line):
    """Says what happens, one line at a time."""
    told.append(line)


def scene(title):
    """Names a function as a scene of a surprise."""

    def keep(function):
        scenes[title] = function
        return function

    return keep


def folder():
    """A folder for the scene's files; it goes when the scene is over."""
    return place


def module(name, **members):
    """Makes a module that can be imported."""
    made = types.ModuleType(name)
    made.__dict__.update(members)
    sys.modules[name] = made
    return made


def configure(middleware=(), urlpatterns=(), **more):
    """Settings by hand, and Django set up; layers and addresses are those of module `shop`."""
    import django
    from django.conf import settings

    layers = {layer.__name__: layer for layer in middleware}
    module("shop", urlpatterns=list(urlpatterns), **layers)
    settings.configure(
        **{
            "ALLOWED_HOSTS": ["*"],
            "MIDDLEWARE": ["shop." + layer.__name__ for layer in middleware],
            "ROOT_URLCONF": "shop",
            "SECRET_KEY": "surprise",
            "TIME_ZONE": "UTC",
            "USE_I18N": False,
            **more,
        }
    )
    django.setup()


class Answer:
    """What a server got: status, headers and body, and what went wrong, if anything did."""

    def __init__(self):
        self.status = None
        self.headers = []
        self.body = ""
        self.error = None
        self.result = None

    def __str__(self):
        parts = []
        if self.status is not None:
            parts.append("%s: %r" % (self.status, self.body))
        if self.error is not None:
            parts.append("%s reaches the server" % named(self.error))
        return ", then ".join(parts)


def named(error):
    """An exception by its class and its message."""
    return "%s: %s" % (type(error).__name__, error)


def attempt(action):
    """What an action raises, or that it raises nothing."""
    try:
        action()
    except Exception as error:
        return named(error)
    return "no error"


def make_environ(path="/", body=b"", **more):
    """The environ of a request."""
    return {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": path,
        "SERVER_NAME": "testserver",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(body),
        "wsgi.errors": io.StringIO(),
        **more,
    }


def ask(application, environ=None, close=True, watch=lambda event: None):
    """Sends a request as a server does; `watch` is told of start_response, chunk and close."""
    answer = Answer()

    def start_response(status, headers):
        watch("start_response %s" % status)
        answer.status, answer.headers = status, headers

    try:
        answer.result = application(environ or make_environ(), start_response)
        try:
            for chunk in answer.result:
                watch("chunk %r" % chunk.decode())
                answer.body += chunk.decode()
        finally:
            if close:
                answer.result.close()
                watch("close")
    except BaseException as error:
        answer.error = error
    return answer


def follow_signals():
    """Tells of Django's three signals of a request."""
    from django.core import signals

    for name in ("request_started", "got_request_exception", "request_finished"):
        getattr(signals, name).connect(_telling("signal " + name), weak=False)


def _telling(line):
    return lambda **kwargs: tell(line)


def telling_layer(name, **answers):
    """A layer with all five hooks, each of which tells that it was entered.

    A hook that is named in `answers` goes on to call what is given for it.
    """
    from django.utils.deprecation import MiddlewareMixin

    def entered(hook, fallback=None, seen=""):
        tell("%s.%s%s" % (name, hook, seen))
        return answers[hook]() if hook in answers else fallback

    class Layer(MiddlewareMixin):
        def process_request(self, request):
            return entered("process_request")

        def process_view(self, request, view, args, kwargs):
            return entered("process_view")

        def process_template_response(self, request, response):
            return entered("process_template_response", response)

        def process_exception(self, request, exception):
            return entered("process_exception", None, " " + type(exception).__name__)

        def process_response(self, request, response):
            return entered("process_response", response, " %s" % response.status_code)

    Layer.__name__ = name
    return Layer


class Template:
    """A template that tells when it is rendered, and raises what it is given."""

    def __init__(self, text, error=None):
        self.text = text
        self.error = error

    def render(self, context, request):
        tell("the template is rendered")
        if self.error is not None:
            raise self.error
        return self.text


def fail(error):
    """Raises what it is given."""
    raise error

"""The side of real Django: does what it is asked, line by line, on standard input and output.

Takes the folder of Django's packages and that of the oracle's Python. A line in is a question
as JSON, a line out its answer.
"""

import io
import json
import os
import sys
import time
import types
import warnings
from shutil import rmtree

HOOK_LOG = "demo.middleware.HookLog"


def start():
    """Makes the demo project ready; gives its application and the processor time that it took."""
    from django.conf import settings
    from django.core.wsgi import get_wsgi_application

    begun = time.process_time()
    settings.MIDDLEWARE = [layer for layer in settings.MIDDLEWARE if layer != HOOK_LOG]
    application = get_wsgi_application()
    return application, {"imports": begun, "setup": time.process_time() - begun}


class Visit:
    """One request that can be made as often as wanted."""

    def __init__(self, application, requests):
        from browser import Browser

        self.application = application
        visitor = Browser()
        for request in requests[:-1]:
            self._make(visitor.environ(request))
            visitor.look_at(self.answer())
        self._make(visitor.environ(requests[-1]))

    def _make(self, environ):
        self.environ = environ
        self.body = environ["wsgi.input"].getvalue()

    def _start_response(self, status, headers, exc_info=None):
        self.status, self.headers = status, headers

    def __call__(self):
        environ = dict(self.environ)
        environ["wsgi.input"] = io.BytesIO(self.body)
        result = self.application(environ, self._start_response)
        chunks = [chunk for chunk in result]
        result.close()
        return chunks

    def answer(self):
        body = b"".join(self()).decode("latin-1")
        return {"status": self.status, "headers": self.headers, "body": body}


class Round:
    """Steps that are taken one after the other, from the first again after the last."""

    def __init__(self, steps):
        self.steps = steps
        self.at = 0

    def __call__(self):
        self.steps[self.at]()
        self.at = (self.at + 1) % len(self.steps)

    def answer(self):
        return [step.answer() for step in self.steps]


class Lookup:
    """An address to be resolved or reversed."""

    def __init__(self, kind, urlconf, address):
        from django.urls import resolve, reverse

        self.kind, self.urlconf, self.address = kind, urlconf, address
        name, kwargs, path = address["name"], address["kwargs"], address["path"]
        if kind == "resolve":
            self.step = lambda: resolve("/" + path, urlconf)
        else:
            self.step = lambda: reverse(name, urlconf=urlconf, kwargs=kwargs)

    def __call__(self):
        return self.step()

    def answer(self):
        found = self.step()
        return found if self.kind == "reverse" else [found.url_name, found.kwargs, found.route]


def make_urlconf(size, table):
    """A module of that many routes."""
    from django.http import HttpResponse
    from django.urls import path

    module = types.ModuleType("bench_urls_%s" % size)
    view = lambda request, **kwargs: HttpResponse()
    module.urlpatterns = [path(one["route"], view, name=one["name"]) for one in table["routes"]]
    sys.modules[module.__name__] = module
    return module.__name__


class Worker:
    """Answers questions."""

    def __init__(self):
        import demo_site

        self.folder = demo_site.configure()
        self.application, self.setup_times = start()
        demo_site.Database()
        self.tasks = {}

    def prepare(self, requests, tables):
        visits = {name: Visit(self.application, asked) for name, asked in requests.items()}
        for name, visit in visits.items():
            self.tasks["request", name] = visit
        self.tasks["mix", "mix"] = Round(list(visits.values()))
        for size, table in tables.items():
            urlconf = make_urlconf(size, table)
            for kind in ("resolve", "reverse"):
                steps = [Lookup(kind, urlconf, address) for address in table["addresses"]]
                self.tasks[kind, size] = Round(steps)

    def answer(self, kind, of):
        return self.tasks[kind, of].answer()

    def measure(self, kind, of, seconds):
        """Takes steps for about so much processor time; gives their number and what they took."""
        step = self.tasks[kind, of]
        count, size = 0, 1
        begun = time.process_time()
        while True:
            for _ in range(size):
                step()
            count += size
            taken = time.process_time() - begun
            if taken >= seconds:
                return {"count": count, "seconds": taken}
            size = max(1, min(count, int(count * (seconds - taken) / taken)))

    def setup(self):
        return self.setup_times


def main():
    warnings.simplefilter("ignore")
    sys.path[:0] = [sys.argv[2], sys.argv[1]]
    worker = Worker()
    try:
        for line in sys.stdin:
            question = json.loads(line)
            answer = getattr(worker, question.pop("do"))(**question)
            sys.stdout.write(json.dumps(answer) + "\n")
            sys.stdout.flush()
    finally:
        rmtree(worker.folder)


main()

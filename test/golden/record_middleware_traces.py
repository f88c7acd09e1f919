"""Record in which order real Django enters its middleware hooks.

Run by hand, with a Django 2.2.28 at hand (CPython 3.11 gave the committed data):

    python record_middleware_traces.py > middleware-traces.json

Every case sends one request through ``WSGIHandler`` with MIDDLEWARE = [A, B, C]. Each of the
three layers has all five hooks and writes its name when it is entered; a case says which hooks
do more than that, and what the view does. The last step of a case is the server's: it iterates
the response and closes it.

Marks of a trace: ``A.rq`` process_request, ``A.vw`` process_view, ``A.tr``
process_template_response, ``A.ex`` process_exception, ``A.rs(200)`` process_response with the
status it saw (plain ``A.rs`` where the hook does not look), ``VIEW``, ``render``, then
``start_response``, ``chunk`` and ``close``.
"""
import io
import json
import logging
import platform
import sys

import django
from django.conf import settings
from django.core import signals
from django.core.handlers.wsgi import WSGIHandler
from django.http import Http404, HttpResponse
from django.template.response import SimpleTemplateResponse
from django.urls import path
from django.utils.deprecation import MiddlewareMixin

TRACE, SIGNALS = [], []
CASE = {}


class Template:
    """A template that writes when it is rendered, and fails when the case asks for it."""

    def render(self, context, request):
        TRACE.append('render')
        if CASE.get('render') == 'raise':
            raise ValueError('from render')
        return 'rendered'


def act(action):
    """Do what a case asks of a hook or of the view."""
    if action == 'raise':
        raise ValueError('from a hook')
    if action == 'raise Http404':
        raise Http404('no such thing')
    if action == 'template':
        return SimpleTemplateResponse(Template())
    if isinstance(action, int):
        return HttpResponse('answer', status=action)
    return None


class Layer(MiddlewareMixin):
    def enter(self, hook, response=None):
        name = '%s.%s' % (type(self).__name__, hook)
        looks = hook == 'rs' and CASE['looks']
        if looks:
            TRACE.append(name + '(%s)' % getattr(response, 'status_code', None))
            response.status_code
        else:
            TRACE.append(name)
        return CASE['hooks'].get(name)

    def process_request(self, request):
        return act(self.enter('rq'))

    def process_view(self, request, view_func, view_args, view_kwargs):
        return act(self.enter('vw'))

    def process_template_response(self, request, response):
        return None if self.enter('tr') == 'none' else response

    def process_exception(self, request, exception):
        return act(self.enter('ex'))

    def process_response(self, request, response):
        action = self.enter('rs', response)
        if action == 'none':
            return None
        return act(action) or response


class A(Layer):
    pass


class B(Layer):
    pass


class C(Layer):
    pass


def view(request):
    TRACE.append('VIEW')
    return act(CASE['view'])


urlpatterns = [path('', view)]

CASES = [
    ('normal', {}, {}),
    ('the view returns a TemplateResponse', {}, {'view': 'template'}),
    ('B.rq returns a response', {'B.rq': 200}, {}),
    ('B.vw returns a response', {'B.vw': 200}, {}),
    ('B.vw returns a TemplateResponse', {'B.vw': 'template'}, {}),
    ('the view raises and nobody answers', {}, {'view': 'raise'}),
    ('the view raises and B.ex answers with 299', {'B.ex': 299}, {'view': 'raise'}),
    ('the view raises and B.ex raises', {'B.ex': 'raise'}, {'view': 'raise'}),
    ('render raises', {}, {'view': 'template', 'render': 'raise'}),
    ('the view returns None', {}, {'view': 'none'}),
    ('no pattern matches the URL', {}, {'path': '/missing/'}),
    ('the view raises Http404', {}, {'view': 'raise Http404'}),
    ('B.rq raises', {'B.rq': 'raise'}, {}),
    ('B.vw raises', {'B.vw': 'raise'}, {}),
    ('B.rs raises', {'B.rs': 'raise'}, {}),
    ('C.rs returns None and the hooks look at the status', {'C.rs': 'none'}, {}),
    ('C.rs returns None and no hook looks at it', {'C.rs': 'none'}, {'looks': False}),
    ('B.tr returns None', {'B.tr': 'none'}, {'view': 'template'}),
]


def listen(name):
    def receiver(**kwargs):
        SIGNALS.append(name)
    getattr(signals, name).connect(receiver, weak=False)


def run():
    """Send one request as a server does; tell what escaped, if anything did."""
    environ = {
        'REQUEST_METHOD': 'GET', 'PATH_INFO': CASE['path'], 'SERVER_NAME': 'testserver',
        'SERVER_PORT': '80', 'wsgi.input': io.BytesIO(), 'wsgi.url_scheme': 'http',
    }

    def start_response(status, headers):
        TRACE.append('start_response ' + status)

    try:
        result = WSGIHandler()(environ, start_response)
        for chunk in result:
            TRACE.append('chunk ' + chunk.decode())
        result.close()
        TRACE.append('close')
    except Exception as error:
        return {'type': type(error).__name__, 'message': str(error)}
    return None


def main():
    logging.disable(logging.CRITICAL)
    settings.configure(
        ALLOWED_HOSTS=['*'], ROOT_URLCONF=__name__,
        MIDDLEWARE=['__main__.A', '__main__.B', '__main__.C'],
    )
    django.setup()
    for name in 'request_started', 'got_request_exception', 'request_finished':
        listen(name)
    records = []
    for name, hooks, rest in CASES:
        del TRACE[:], SIGNALS[:]
        CASE.clear()
        CASE.update({'path': '/', 'view': 200, 'render': 'ok', 'looks': True, **rest, 'hooks': hooks})
        escaped = run()
        records.append({
            'name': name, **CASE, 'trace': list(TRACE), 'signals': list(SIGNALS), 'escaped': escaped,
        })
    json.dump({
        'description': 'What real Django did: recorded by record_middleware_traces.py, whose head '
                       'explains the marks.',
        'django': django.get_version(),
        'python': platform.python_version(),
        'cases': records,
    }, sys.stdout, indent=1)
    sys.stdout.write('\n')


if __name__ == '__main__':
    main()

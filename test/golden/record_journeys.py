"""Record what real Django answers a visitor through the seven layers of startproject.

Run by hand, with a Django 2.2.28 at hand (CPython 3.11 gave the committed data):

    python record_journeys.py > journeys.json

One visitor walks through a site twice: once with sessions in a database, once with sessions in
signed cookies. Each step is a request with the cookies that the answers before it set; it is
written with the random characters that were drawn for it, the answer (headers and cookies in
the order in which the server gets them) and what was logged. The clock stands still. The body
of a refused form is left out: the page is another one here.
"""
import datetime
import io
import json
import logging
import platform
import random
import sys
import time

CLOCK = 1556668800.25
time.time = lambda: CLOCK

import django
from django.conf import settings
from django.contrib.messages.api import get_messages, success
from django.http import HttpResponse, HttpResponseRedirect
from django.http.cookie import SimpleCookie, parse_cookie
from django.middleware.csrf import get_token
from django.utils import crypto, timezone

MIDDLEWARE = [
    'django.middleware.security.SecurityMiddleware',
    'django.contrib.sessions.middleware.SessionMiddleware',
    'django.middleware.common.CommonMiddleware',
    'django.middleware.csrf.CsrfViewMiddleware',
    'django.contrib.auth.middleware.AuthenticationMiddleware',
    'django.contrib.messages.middleware.MessageMiddleware',
    'django.middleware.clickjacking.XFrameOptionsMiddleware',
]

settings.configure(
    SECRET_KEY='secret',
    ALLOWED_HOSTS=['testserver'],
    ROOT_URLCONF=__name__,
    MIDDLEWARE=MIDDLEWARE,
    USE_TZ=True,
    TIME_ZONE='UTC',
    LOGGING_CONFIG=None,
    PASSWORD_HASHERS=['django.contrib.auth.hashers.MD5PasswordHasher'],
    SECURE_HSTS_SECONDS=60,
    SECURE_CONTENT_TYPE_NOSNIFF=True,
    SECURE_BROWSER_XSS_FILTER=True,
    DATABASES={'default': {'ENGINE': 'django.db.backends.sqlite3', 'NAME': ':memory:'}},
    INSTALLED_APPS=[
        'django.contrib.auth',
        'django.contrib.contenttypes',
        'django.contrib.sessions',
        'django.contrib.messages',
    ],
)
django.setup()

from django.contrib.auth import authenticate, login, logout
from django.contrib.auth.decorators import login_required
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import User
from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command
from django.urls import path
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST
from django.views.decorators.vary import vary_on_headers

now = datetime.datetime.fromtimestamp(CLOCK, datetime.timezone.utc)
timezone.now = lambda: now

DRAWN, LOG = [], []


class Draws(random.Random):
    def choice(self, choices):
        DRAWN.append(super().choice(choices))
        return DRAWN[-1]


class Listener(logging.Handler):
    def emit(self, record):
        LOG.append('%s %s %s' % (record.name, record.levelname.lower(), record.getMessage()))


logging.getLogger('django').addHandler(Listener())


@vary_on_headers('Accept')
def public(request):
    return HttpResponse('hello')


@never_cache
@cache_control(private=True)
@xframe_options_exempt
def fresh(request):
    return HttpResponse('fresh')


def form(request):
    if request.method == 'POST':
        success(request, 'Saved <%s>' % request.POST['text'])
        return HttpResponseRedirect('/list/')
    return HttpResponse(get_token(request))


def listing(request):
    return HttpResponse(', '.join('%s: %s' % (one.tags, one) for one in get_messages(request)))


def count(request):
    request.session['count'] = request.session.get('count', 0) + 1
    return HttpResponse(str(request.session['count']))


def enter(request):
    if request.method == 'GET':
        return HttpResponse(get_token(request))
    user = authenticate(request, username=request.POST['name'], password=request.POST['password'])
    if user is None:
        return HttpResponse('wrong')
    login(request, user)
    return HttpResponseRedirect(request.GET['next'])


@login_required
def me(request):
    return HttpResponse(request.user.get_username())


@require_POST
def leave(request):
    logout(request)
    return HttpResponseRedirect('/')


def boom(request):
    request.session['count'] = 99
    raise ValueError('boom')


@csrf_exempt
def hook(request):
    return HttpResponse('thanks')


urlpatterns = [
    path('', public),
    path('fresh/', fresh),
    path('form/', form),
    path('list/', listing),
    path('count/', count),
    path('accounts/login/', enter),
    path('me/', me),
    path('leave/', leave),
    path('boom/', boom),
    path('hook/', hook),
]


class Visitor:
    """A browser as far as cookies go; it remembers the last token that a page showed."""

    def __init__(self, engine):
        with_engine(engine)
        self.handler = WSGIHandler()
        self.cookies = {}
        self.token = ''
        self.steps = []

    def send(self, method, target, fields=None, secure=False, **headers):
        DRAWN.clear()
        LOG.clear()
        path, _, query = target.partition('?')
        body = '&'.join('%s=%s' % pair for pair in (fields or {}).items())
        environ = {
            'REQUEST_METHOD': method,
            'PATH_INFO': path,
            'QUERY_STRING': query,
            'SERVER_PORT': '443' if secure else '80',
            'wsgi.url_scheme': 'https' if secure else 'http',
            'HTTP_COOKIE': '; '.join('%s=%s' % pair for pair in self.cookies.items()),
            **headers,
        }
        if method == 'POST':
            environ['CONTENT_TYPE'] = 'application/x-www-form-urlencoded'
            environ['CONTENT_LENGTH'] = str(len(body))
        answer = self.serve(environ, body)
        refused = answer['status'].startswith('403')
        self.steps.append({
            'environ': environ,
            'body': body,
            'drawn': ''.join(DRAWN),
            'status': answer['status'],
            'headers': answer['headers'],
            'text': None if refused else answer['text'],
            'log': list(LOG),
        })
        return answer['text']

    def serve(self, environ, body):
        answer = {}

        def start_response(status, headers):
            answer['status'] = status
            answer['headers'] = [list(pair) for pair in headers]

        full = {
            **environ,
            'SERVER_NAME': 'testserver',
            'SERVER_PROTOCOL': 'HTTP/1.1',
            'wsgi.input': io.BytesIO(body.encode()),
            'wsgi.errors': io.StringIO(),
        }
        response = self.handler(full, start_response)
        answer['text'] = b''.join(response).decode()
        response.close()
        for name, value in answer['headers']:
            if name == 'Set-Cookie':
                self.keep(value)
        refused = answer['status'].startswith('403')
        if refused:
            answer['headers'] = [pair for pair in answer['headers'] if pair[0] != 'Content-Length']
        return answer

    def keep(self, value):
        cookie = SimpleCookie(value.strip())
        for name, morsel in cookie.items():
            if morsel['max-age'] == 0 or morsel['max-age'] == '0':
                self.cookies.pop(name, None)
            else:
                self.cookies[name] = morsel.coded_value


def with_engine(engine):
    settings.SESSION_ENGINE = 'django.contrib.sessions.backends.' + engine
    crypto.random = Draws(2019)
    User.objects.all().delete()
    User(pk=1, username='joe', password=make_password('secret', 'salt')).save()


def walk(engine):
    visitor = Visitor(engine)
    send = visitor.send
    send('GET', '/')
    send('GET', '/fresh/')
    send('GET', '/count/')
    send('GET', '/count/')
    send('POST', '/form/', {'text': 'x'})
    token = send('GET', '/form/')
    send('POST', '/form/', {'text': 'x', 'csrfmiddlewaretoken': 'z' * 64})
    send('POST', '/form/', {'text': 'x', 'csrfmiddlewaretoken': token})
    send('GET', '/list/')
    send('GET', '/list/')
    send('GET', '/me/')
    token = send('GET', '/accounts/login/?next=/me/')
    wrong = {'name': 'joe', 'password': 'x', 'csrfmiddlewaretoken': token}
    send('POST', '/accounts/login/?next=/me/', wrong)
    send('POST', '/accounts/login/?next=/me/', {**wrong, 'password': 'secret'})
    inside = dict(visitor.cookies)
    send('GET', '/me/')
    send('GET', '/count/')
    send('GET', '/me')
    send('GET', '/nope/')
    send('GET', '/boom/')
    send('GET', '/count/')
    send('GET', '/leave/')
    token = send('GET', '/form/')
    send('POST', '/leave/', HTTP_X_CSRFTOKEN=token)
    send('GET', '/me/')
    visitor.cookies = inside
    send('GET', '/me/')
    visitor.cookies = {'sessionid': 'forged', 'messages': 'forged$[]', 'csrftoken': 'forged'}
    send('GET', '/count/')
    send('GET', '/list/')
    visitor.cookies = {}
    send('POST', '/hook/')
    send('GET', '/', secure=True)
    token = send('GET', '/form/', secure=True)
    fields = {'text': 'x', 'csrfmiddlewaretoken': token}
    send('POST', '/form/', fields, secure=True)
    send('POST', '/form/', fields, secure=True, HTTP_REFERER='https://elsewhere/form/')
    send('POST', '/form/', fields, secure=True, HTTP_REFERER='https://testserver/form/')
    send('GET', '/', HTTP_HOST='elsewhere')
    return {'engine': engine, 'steps': visitor.steps}


call_command('migrate', verbosity=0)
json.dump({
    'django': django.get_version(),
    'python': platform.python_version(),
    'clock': CLOCK,
    'middleware': MIDDLEWARE,
    'journeys': [walk('db'), walk('signed_cookies')],
}, sys.stdout, indent=2, ensure_ascii=False)
sys.stdout.write('\n')

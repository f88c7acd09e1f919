"""Records what Django 2.2.28 sends for requests to the site that the stepper follows.

The site is `site/workshop/programs/traced/mysite/`, in its Python. Needs CPython 3.6 to 3.11 and
`pip install Django==2.2.28`:

    python test/golden/record_mysite.py > test/golden/mysite.json

Each case is a process of its own, served by the request handler of `runserver`. Date and Server
are left out, and so is the page of a refused form, which is another one here.
"""
import io
import json
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..')
SITE = os.path.join(ROOT, 'site', 'workshop', 'programs', 'traced')

VIEWS = {
    'answers': 'hello',
    'raises': 'broken',
    'missing': 'nobody',
    'refuses': 'forbidden',
    'streams': 'stream',
    'breaks off': 'broken_stream',
    'returns nothing': 'nothing',
    'renders late': 'late',
    'moves': 'moved',
    'reads a form': 'form',
}

USUAL = [
    'django.middleware.security.SecurityMiddleware',
    'django.contrib.sessions.middleware.SessionMiddleware',
    'django.middleware.common.CommonMiddleware',
    'django.middleware.csrf.CsrfViewMiddleware',
    'django.contrib.auth.middleware.AuthenticationMiddleware',
    'django.contrib.messages.middleware.MessageMiddleware',
    'django.middleware.clickjacking.XFrameOptionsMiddleware',
]
COMMON = 'django.middleware.common.CommonMiddleware'
FRAMES = 'django.middleware.clickjacking.XFrameOptionsMiddleware'
STACKS = {
    'none': [],
    'rescue': ['django.contrib.sessions.middleware.SessionMiddleware', COMMON, 'mysite.middleware.Rescue'],
    'gate': [COMMON, 'mysite.middleware.gate'],
    'gate outside': ['mysite.middleware.gate', COMMON],
    'stumble': [FRAMES, 'mysite.middleware.stumble'],
    'lacking': ['django.contrib.auth.middleware.AuthenticationMiddleware'],
    'conditional': ['django.middleware.http.ConditionalGetMiddleware', COMMON],
}

HELLO = {'method': 'GET', 'path': '/hello/ann/?page=2', 'headers': [['Host', 'example.com'], ['Accept', 'text/html']], 'body': ''}
OTHERS = {
    'without a name': {'path': '/hello/'},
    'without a slash': {'path': '/hello'},
    'no match': {'path': '/nowhere/'},
    'head': {'method': 'HEAD'},
    'another host': {'headers': [['Host', 'evil.test']]},
    'a form': {'method': 'POST', 'body': 'name=zoe', 'headers': [['Host', 'example.com'], ['Content-Type', 'application/x-www-form-urlencoded']]},
}


def cases():
    for view in VIEWS:
        yield {'view': view, 'middleware': USUAL, 'request': HELLO}
        yield {'view': view, 'middleware': STACKS['rescue'], 'request': HELLO}
    for name, changes in OTHERS.items():
        for stack in (USUAL, STACKS['none'], [COMMON]):
            yield {'view': 'reads a form', 'middleware': stack, 'request': dict(HELLO, **changes)}
    for stack in STACKS.values():
        for view in ('answers', 'raises'):
            yield {'view': view, 'middleware': stack, 'request': HELLO}


class Connection:
    """The client; it takes what is sent."""

    def __init__(self, received):
        self.received = io.BytesIO(received)
        self.sent = b''

    def makefile(self, mode, *args):
        return self.received

    def sendall(self, data):
        self.sent += data

    def shutdown(self, how):
        pass


def answer(case, folder):
    sys.path[:0] = [SITE, folder]
    with open(os.path.join(folder, 'hello.html'), 'w') as template:
        template.write('<!doctype html>\n<p>Hello, {{ name }}</p>\n')
    from django.conf import settings
    settings.configure(
        SECRET_KEY='no secret at all', ALLOWED_HOSTS=['example.com'], ROOT_URLCONF=__name__,
        INSTALLED_APPS=['django.contrib.contenttypes', 'django.contrib.auth', 'django.contrib.sessions', 'django.contrib.messages'],
        MIDDLEWARE=case['middleware'], USE_TZ=True, TIME_ZONE='UTC', USE_I18N=False, USE_L10N=False,
        SESSION_ENGINE='django.contrib.sessions.backends.signed_cookies',
        TEMPLATES=[{
            'BACKEND': 'django.template.backends.django.DjangoTemplates', 'DIRS': [folder],
            'OPTIONS': {'context_processors': [
                'django.template.context_processors.request',
                'django.contrib.messages.context_processors.messages',
            ]},
        }],
    )
    from django.core.servers.basehttp import WSGIRequestHandler
    from django.core.wsgi import get_wsgi_application
    from django.urls import path
    application = get_wsgi_application()
    from mysite import views
    view = getattr(views, VIEWS[case['view']])
    globals()['urlpatterns'] = [path('hello/', view), path('hello/<str:name>/', view)]

    class Server:
        multithread = False
        base_environ = {
            'SERVER_NAME': 'example.com', 'GATEWAY_INTERFACE': 'CGI/1.1', 'SERVER_PORT': '8000',
            'REMOTE_HOST': '', 'CONTENT_LENGTH': '', 'SCRIPT_NAME': '',
        }

        def get_app(self):
            return application

    request = case['request']
    headers = list(request['headers'])
    if request['body']:
        headers.append(['Content-Length', str(len(request['body']))])
    headers.append(['Connection', 'close'])
    lines = ['%(method)s %(path)s HTTP/1.1' % request] + ['%s: %s' % tuple(pair) for pair in headers]
    connection = Connection('\r\n'.join(lines + ['', request['body']]).encode('latin-1'))
    sys.stderr = io.StringIO()
    WSGIRequestHandler(connection, ('127.0.0.1', 1), Server())
    return shortened(connection.sent.decode('latin-1'))


def shortened(sent):
    sent = re.sub(r'(?:Date|Server): [^\r]*\r\n', '', sent)
    if '<!DOCTYPE' not in sent:
        return sent
    return re.sub(r'Content-Length: \d+\r\n', '', sent.split('\r\n\r\n')[0] + '\r\n')


if __name__ == '__main__':
    if len(sys.argv) > 1:
        with tempfile.TemporaryDirectory() as folder:
            print(json.dumps(answer(json.loads(sys.argv[1]), folder)))
    else:
        recorded = [
            dict(case, sent=json.loads(subprocess.check_output([sys.executable, __file__, json.dumps(case)], stderr=subprocess.DEVNULL)))
            for case in cases()
        ]
        print(json.dumps(recorded, indent=1))

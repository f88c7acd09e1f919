import { beforeEach, describe, expect, test } from 'vitest';
import { freshSettings, settings, type Settings } from '#runtime/django/conf';
import { SessionStore } from '#runtime/django/contrib/sessions/backends/signed-cookies';
import { ImproperlyConfigured, RequestDataTooBig } from '#runtime/django/core/exceptions';
import { type HttpRequest, HttpResponse, UnreadablePostError } from '#runtime/django/http';
import { CsrfViewMiddleware, getToken } from '#runtime/django/middleware/csrf';
import type { View } from '#runtime/django/urls/types';
import { csrfExempt } from '#runtime/django/views/decorators/csrf';
import { entropyTape, seededEntropy, setEntropy } from '#runtime/random';
import { setClock } from '#runtime/time';
import type { PartialEnviron } from '#runtime/wsgiref/types';
import { makeRequest } from '../request.ts';
import { cookiesOf, headersOf, recordLog } from '../shown.ts';

const A = `${'a'.repeat(31)}b`;
const B = `${'b'.repeat(31)}A`;
const C = `${'C'.repeat(31)}9`;
const TOKEN = A + B;
const YEAR = 'expires=Wed, 29 Apr 2020 00:00:00 GMT; Max-Age=31449600; Path=/; SameSite=Lax';

const view = () => new HttpResponse('v');
const showsToken = (request: HttpRequest) => {
  getToken(request);
  return new HttpResponse('v');
};

function start(more: Partial<Settings> = {}): void {
  freshSettings({ SECRET_KEY: 'secret', ALLOWED_HOSTS: ['*'], ...more });
  setClock(() => 1_556_668_800);
  setEntropy(seededEntropy(1));
}

interface Sent {
  cookie?: string | null;
  field?: string;
}

function send(environ: PartialEnviron = {}, { cookie = TOKEN, field }: Sent = {}): HttpRequest {
  const body = field === undefined ? '' : `csrfmiddlewaretoken=${field}`;
  const request = makeRequest(
    '/p',
    {
      REQUEST_METHOD: 'POST',
      CONTENT_TYPE: 'application/x-www-form-urlencoded',
      CONTENT_LENGTH: String(body.length),
      ...environ,
    },
    body,
  );
  request.COOKIES = new Map(cookie === null ? [] : [[settings.CSRF_COOKIE_NAME, cookie]]);
  return request;
}

/** The status of a refusal, or whether the request was found good. */
function check(request: HttpRequest, callback: View = view): number | boolean {
  const layer = new CsrfViewMiddleware();
  layer.processRequest(request);
  const answer = layer.processView(request, callback, [], {});
  return answer?.statusCode ?? request.csrfProcessingDone ?? false;
}

function whole(request: HttpRequest, callback = view as (request: HttpRequest) => HttpResponse) {
  const layer = new CsrfViewMiddleware();
  layer.processRequest(request);
  const answer = layer.processView(request, callback, [], {}) ?? callback(request);
  return layer.processResponse(request, answer);
}

beforeEach(() => start());

describe('a request', () => {
  test('that only reads is let through without a token', () => {
    for (const REQUEST_METHOD of ['GET', 'HEAD', 'OPTIONS', 'TRACE']) {
      expect(check(send({ REQUEST_METHOD }, { cookie: null }))).toBe(true);
    }
  });

  test('that writes has to bring the secret of its cookie', () => {
    expect(check(send({}, { field: TOKEN }))).toBe(true);
    expect(check(send({ HTTP_X_CSRFTOKEN: TOKEN }))).toBe(true);
    expect(check(send({ REQUEST_METHOD: 'PUT', HTTP_X_CSRFTOKEN: TOKEN }))).toBe(true);
  });

  test.each<[string, PartialEnviron, Sent, string]>([
    ['no token', {}, {}, 'CSRF token missing or incorrect.'],
    [
      'another token in the form than in the header',
      { HTTP_X_CSRFTOKEN: TOKEN },
      { field: 'x' },
      'CSRF token missing or incorrect.',
    ],
    ['no cookie', {}, { cookie: null, field: TOKEN }, 'CSRF cookie not set.'],
    [
      'a cookie that is no token',
      {},
      { cookie: 'bad', field: TOKEN },
      'CSRF token missing or incorrect.',
    ],
    ['no token with PUT', { REQUEST_METHOD: 'PUT' }, {}, 'CSRF token missing or incorrect.'],
  ])('with %s is refused and logged', (_, environ, sent, reason) => {
    const log = recordLog();
    expect(check(send(environ, sent))).toBe(403);
    expect(log).toEqual([`django.security.csrf warning Forbidden (${reason}): /p`]);
  });

  test('for an exempt view is let be, and not marked as good', () => {
    expect(check(send(), csrfExempt(view))).toBe(false);
  });

  test('of a test is let through', () => {
    const request = send();
    request._dontEnforceCsrfChecks = true;
    expect(check(request)).toBe(true);
  });

  test('whose body breaks off while it is read brings no token', () => {
    const request = send({}, { field: TOKEN });
    Object.defineProperty(request, 'POST', {
      get() {
        throw new UnreadablePostError('the visitor is gone');
      },
    });
    expect(check(request)).toBe(403);
  });

  test('whose body is too long is an error, for the handler to answer', () => {
    const request = send({}, { field: TOKEN });
    request.META.CONTENT_LENGTH = '9999999';
    expect(() => check(request)).toThrow(RequestDataTooBig);
  });
});

describe('over https the page that the form came from counts', () => {
  const secure = (environ: PartialEnviron) =>
    send({ 'wsgi.url_scheme': 'https', SERVER_PORT: '443', ...environ }, { field: TOKEN });

  test.each([
    [undefined, 'no Referer.'],
    ['', 'Referer is malformed.'],
    ['/x', 'Referer is malformed.'],
    ['https:///x', 'Referer is malformed.'],
    ['http://testserver/x', 'Referer is insecure while host is secure.'],
    ['https://other/x?y#z', 'https://other/x?y#z does not match any trusted origins.'],
    ['https://testserver:443/', 'https://testserver:443/ does not match any trusted origins.'],
    ['https://TESTSERVER/', 'https://TESTSERVER/ does not match any trusted origins.'],
    ['https://other;a/b;c?#', 'https://other;a/b;c does not match any trusted origins.'],
  ])('%j is refused', (referer, reason) => {
    const log = recordLog();
    const environ = referer === undefined ? {} : { HTTP_REFERER: referer };
    expect(check(secure(environ))).toBe(403);
    expect(log).toEqual([
      `django.security.csrf warning Forbidden (Referer checking failed - ${reason}): /p`,
    ]);
  });

  test('the own host is good', () => {
    expect(check(secure({ HTTP_REFERER: 'https://testserver/x' }))).toBe(true);
    expect(check(secure({ HTTP_REFERER: 'HTTPS://testserver' }))).toBe(true);
  });

  test('a referer that is no address at all is an error', () => {
    expect(() => check(secure({ HTTP_REFERER: 'https://[::1/' }))).toThrow('Invalid IPv6 URL');
  });

  test.each([
    ['https://sub.other/', true],
    ['https://other/', true],
    ['https://third/', 403],
    ['https://third:8443/', true],
    ['https://testserver/', true],
  ])('trusted origins are good as well: %s', (HTTP_REFERER, result) => {
    start({ CSRF_TRUSTED_ORIGINS: ['.other', 'third:8443'] });
    expect(check(secure({ HTTP_REFERER }))).toBe(result);
  });

  test.each([
    ['https://a.example.com/', '443', true],
    ['https://a.example.com:4443/', '4443', true],
    ['https://a.example.com/', '4443', 403],
    ['https://testserver/', '443', 403],
  ])("the cookie's domain takes the place of the host: %s on port %s", (referer, port, result) => {
    start({ CSRF_COOKIE_DOMAIN: '.example.com' });
    expect(check(secure({ HTTP_REFERER: referer, SERVER_PORT: port }))).toBe(result);
  });

  test('a host that the site does not answer to is not good', () => {
    start({ ALLOWED_HOSTS: ['nothing'] });
    expect(check(secure({ HTTP_REFERER: 'https://testserver/' }))).toBe(403);
  });
});

describe('the cookie', () => {
  const get = (cookie: string | null = TOKEN) => send({ REQUEST_METHOD: 'GET' }, { cookie });

  test('is sent where the token was asked for, and not otherwise', () => {
    expect(cookiesOf(whole(get()))).toEqual([]);
    const response = whole(get(), showsToken);
    expect(cookiesOf(response)).toEqual([`csrftoken=${TOKEN}; ${YEAR}`]);
    expect(headersOf(response)).toEqual([['Vary', 'Cookie']]);
  });

  test('holds a new token for a new visitor', () => {
    setEntropy(entropyTape([A, B, C]));
    const [cookie] = cookiesOf(whole(get(null), showsToken));
    expect(cookie).toBe(`csrftoken=${B}${'b'.repeat(31)}B; ${YEAR}`);
  });

  test('of another form is replaced once a page shows a token', () => {
    expect(cookiesOf(whole(get('bad')))).toEqual([]);
    setEntropy(entropyTape(['s'.repeat(64)]));
    const [cookie] = cookiesOf(whole(get(A), showsToken));
    expect(cookie).toBe(`csrftoken=${'s'.repeat(63)}t; ${YEAR}`);
  });

  test('looks as settings say', () => {
    start({
      CSRF_COOKIE_NAME: 'n',
      CSRF_COOKIE_AGE: null,
      CSRF_COOKIE_DOMAIN: '.d',
      CSRF_COOKIE_PATH: '/x/',
      CSRF_COOKIE_SECURE: true,
      CSRF_COOKIE_HTTPONLY: true,
      CSRF_COOKIE_SAMESITE: null,
    });
    expect(cookiesOf(whole(get(), showsToken))).toEqual([
      `n=${TOKEN}; Domain=.d; HttpOnly; Path=/x/; Secure`,
    ]);
  });

  test('is not needed where the session keeps the token', () => {
    start({ CSRF_USE_SESSIONS: true });
    expect(() => whole(get())).toThrow(ImproperlyConfigured);
    expect(() => whole(get())).toThrow(
      'CSRF_USE_SESSIONS is enabled, but request.session is not set. SessionMiddleware must appear before CsrfViewMiddleware in MIDDLEWARE.',
    );
    const request = get();
    request.session = new SessionStore();
    setEntropy(entropyTape([A, B, C]));
    const response = whole(request, showsToken);
    expect([cookiesOf(response), headersOf(response)]).toEqual([[], []]);
    expect(request.session.items()).toEqual([['_csrftoken', `${B}${'b'.repeat(31)}B`]]);
    expect(request.session.modified).toBe(true);
  });
});

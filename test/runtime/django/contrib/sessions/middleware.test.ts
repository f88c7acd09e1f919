import { beforeEach, describe, expect, test } from 'vitest';
import { freshSettings, type Settings } from '#runtime/django/conf';
import { SessionStore } from '#runtime/django/contrib/sessions/backends/db';
import * as signedCookies from '#runtime/django/contrib/sessions/backends/signed-cookies';
import { SessionMiddleware } from '#runtime/django/contrib/sessions/middleware';
import {
  MemorySessionTable,
  setSessionTable,
} from '#runtime/django/contrib/sessions/session-table';
import { SuspiciousOperation } from '#runtime/django/core/exceptions';
import { type HttpRequest, HttpResponse } from '#runtime/django/http';
import { overrideSettings } from '#runtime/django/test/utils';
import { ModuleNotFoundError } from '#runtime/django/utils/module-loading';
import { entropyTape, setEntropy } from '#runtime/random';
import { setClock } from '#runtime/time';
import { makeRequest } from '../../request.ts';
import { cookiesOf, headersOf } from '../../shown.ts';

type View = (request: HttpRequest) => HttpResponse;

const K = 'k'.repeat(32);
const VARY = [['Vary', 'Cookie']];
const TWO_WEEKS =
  'expires=Wed, 15 May 2019 00:00:00 GMT; HttpOnly; Max-Age=1209600; Path=/; SameSite=Lax';
const TAKEN_AWAY =
  'sessionid=""; expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; Path=/; SameSite=Lax';

const views = {
  nothing: () => new HttpResponse(),
  reads(request) {
    request.session.get('a');
    return new HttpResponse();
  },
  sets(request) {
    request.session.set('a', 1);
    return new HttpResponse();
  },
  fails(request) {
    request.session.set('a', 1);
    return new HttpResponse('', { status: 500 });
  },
  flushes(request) {
    request.session.flush();
    return new HttpResponse();
  },
  closesWithBrowser(request) {
    request.session.set('a', 1);
    request.session.setExpiry(0);
    return new HttpResponse();
  },
  lastsAnHour(request) {
    request.session.set('a', 1);
    request.session.setExpiry(3600);
    return new HttpResponse();
  },
  losesItself(request) {
    request.session.set('b', 1);
    new SessionStore(request.session.sessionKey).delete();
    return new HttpResponse();
  },
  removesSession(request) {
    Reflect.deleteProperty(request, 'session');
    return new HttpResponse();
  },
} satisfies Record<string, View>;

const play = (...drawn: string[]) => setEntropy(entropyTape(drawn));

function answer(view: View, cookie?: string, name = 'sessionid') {
  const request = makeRequest('/');
  if (cookie !== undefined) request.COOKIES.set(name, cookie);
  const response = new SessionMiddleware(view).__call__(request);
  return [headersOf(response), cookiesOf(response)];
}

const withSettings = (settings: Partial<Settings>, view: View, cookie?: string) =>
  overrideSettings(settings, () => answer(view, cookie, settings.SESSION_COOKIE_NAME));

beforeEach(() => {
  freshSettings({ SECRET_KEY: 'secret', ALLOWED_HOSTS: ['*'] });
  setSessionTable(new MemorySessionTable());
  setClock(() => 1_556_668_800.25);
  play(K);
});

describe('a visitor without a cookie', () => {
  test('gets one when the session is changed', () => {
    expect(answer(views.sets)).toEqual([VARY, [`sessionid=${K}; ${TWO_WEEKS}`]]);
  });

  test('gets none for looking, but the answer depends on cookies then', () => {
    expect(answer(views.reads)).toEqual([VARY, []]);
    expect(answer(views.nothing)).toEqual([[], []]);
  });

  test('gets none with a 500, and nothing is saved', () => {
    expect(answer(views.fails)).toEqual([VARY, []]);
    expect(new SessionStore().exists(K)).toBe(false);
  });

  test('gets one that ends as the session does', () => {
    expect(answer(views.closesWithBrowser)[1]).toEqual([
      `sessionid=${K}; HttpOnly; Path=/; SameSite=Lax`,
    ]);
    play('l'.repeat(32));
    expect(answer(views.lastsAnHour)[1]).toEqual([
      `sessionid=${'l'.repeat(32)}; expires=Wed, 01 May 2019 01:00:00 GMT; HttpOnly; Max-Age=3600; Path=/; SameSite=Lax`,
    ]);
  });
});

describe('a visitor with a session', () => {
  beforeEach(() => {
    answer(views.sets);
  });

  test('gets the cookie again when it is changed', () => {
    expect(answer(views.sets, K)).toEqual([VARY, [`sessionid=${K}; ${TWO_WEEKS}`]]);
    expect(answer(views.reads, K)).toEqual([VARY, []]);
    expect(answer(views.nothing, K)).toEqual([[], []]);
  });

  test('gets the cookie with every answer where the site wants it so', () => {
    const every = { SESSION_SAVE_EVERY_REQUEST: true };
    expect(withSettings(every, views.nothing, K)).toEqual([[], [`sessionid=${K}; ${TWO_WEEKS}`]]);
    expect(withSettings(every, views.nothing)).toEqual([[], []]);
  });

  test('loses the cookie when the session is forgotten', () => {
    expect(answer(views.flushes, K)).toEqual([[], [TAKEN_AWAY]]);
    expect(new SessionStore().exists(K)).toBe(false);
  });

  test('who loses it meanwhile made a suspicious request', () => {
    const error = new SuspiciousOperation(
      "The request's session was deleted before the request completed. The user may have logged out in a concurrent request, for example.",
    );
    expect(() => answer(views.losesItself, K)).toThrow(error);
  });
});

test('a cookie that leads nowhere is taken away once someone looks', () => {
  expect(answer(views.reads, 'unknownkey')).toEqual([[], [TAKEN_AWAY]]);
  expect(answer(views.reads, 'short')).toEqual([[], [TAKEN_AWAY]]);
});

test('the cookie looks as settings say', () => {
  const settings = {
    SESSION_COOKIE_NAME: 'n',
    SESSION_COOKIE_AGE: 10,
    SESSION_COOKIE_DOMAIN: '.d',
    SESSION_COOKIE_PATH: '/p/',
    SESSION_COOKIE_SECURE: true,
    SESSION_COOKIE_HTTPONLY: false,
    SESSION_COOKIE_SAMESITE: null,
  };
  expect(withSettings(settings, views.sets)[1]).toEqual([
    `n=${K}; Domain=.d; expires=Wed, 01 May 2019 00:00:10 GMT; Max-Age=10; Path=/p/; Secure`,
  ]);
  const strict = { ...settings, SESSION_COOKIE_SAMESITE: 'Strict' };
  expect(withSettings(strict, views.flushes, K)[1]).toEqual([
    'n=""; Domain=.d; expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; Path=/p/; SameSite=Strict',
  ]);
});

test('sessions can be kept elsewhere', () => {
  const elsewhere = { SESSION_ENGINE: 'django.contrib.sessions.backends.signed_cookies' };
  const key = 'eyJhIjoxfQ:1hLcfI:W-Yv44Bhfof_z3uisY05nK4ToQI';
  const set = [VARY, [`sessionid=${key}; ${TWO_WEEKS}`]];
  expect(withSettings(elsewhere, views.sets)).toEqual(set);
  expect(withSettings({ SESSION_ENGINE: signedCookies }, views.sets)).toEqual(set);
  expect(withSettings(elsewhere, views.reads, key)).toEqual([VARY, []]);
  expect(withSettings(elsewhere, views.reads, 'forged:a:b')).toEqual([
    VARY,
    [`sessionid=e30:1hLcfI:glGiw-GnSNOukjVD9SL5voy_3FY; ${TWO_WEEKS}`],
  ]);
  expect(() => withSettings({ SESSION_ENGINE: 'no.such' }, views.sets)).toThrow(
    ModuleNotFoundError,
  );
});

test('a request that has lost its session is let be', () => {
  expect(answer(views.removesSession)).toEqual([[], []]);
});

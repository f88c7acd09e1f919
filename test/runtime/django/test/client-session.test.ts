import { beforeEach, describe, expect, test } from 'vitest';
import { latin1Decode } from '#runtime/codecs';
import '#runtime/django/contrib/auth';
import { settings } from '#runtime/django/conf';
import '#runtime/django/contrib/auth/middleware';
import '#runtime/django/contrib/sessions/backends/signed-cookies';
import '#runtime/django/contrib/sessions/middleware';
import { HttpResponse, type HttpRequest } from '#runtime/django/http';
import { Client } from '#runtime/django/test';
import { path } from '#runtime/django/urls';
import { startSite } from '../contrib/auth/site.ts';

let client: Client;
let joe: ReturnType<typeof startSite>['joe'];

const whoAndWhat = (request: HttpRequest) =>
  new HttpResponse(`${String(request.user)} ${String(request.session.get('x', 'None'))}`);
const seen = () => latin1Decode(client.get('/').content);

beforeEach(() => {
  ({ joe } = startSite({
    SESSION_ENGINE: 'django.contrib.sessions.backends.signed_cookies',
    MIDDLEWARE: [
      'django.contrib.sessions.middleware.SessionMiddleware',
      'django.contrib.auth.middleware.AuthenticationMiddleware',
    ],
    ROOT_URLCONF: { urlpatterns: [path('', whoAndWhat)] },
  }));
  client = new Client();
});

describe('logging in', () => {
  test('gives the client a session, if the credentials are right', () => {
    expect(client.login({ username: 'joe', password: 'no' })).toBe(false);
    expect([client.cookies.size, seen()]).toEqual([0, 'AnonymousUser None']);
    expect(client.login({ username: 'joe', password: 'secret' })).toBe(true);
    expect(seen()).toBe('joe None');
    expect(client.cookies.get('sessionid')?.attribute('path')).toBe('/');
  });

  test('can do without a password', () => {
    client.forceLogin(joe);
    expect([seen(), joe.backend]).toEqual([
      'joe None',
      'django.contrib.auth.backends.ModelBackend',
    ]);
    expect(client.session.get('_auth_user_backend')).toBe(joe.backend);
  });

  test('marks the cookie as the settings want it', () => {
    settings.SESSION_COOKIE_DOMAIN = 'x.example';
    settings.SESSION_COOKIE_SECURE = true;
    client.forceLogin(joe, 'django.contrib.auth.backends.ModelBackend');
    const cookie = client.cookies.get('sessionid');
    expect([cookie?.attribute('domain'), cookie?.attribute('secure')]).toEqual(['x.example', true]);
  });
});

test('logging out forgets who it was, and all cookies', () => {
  client.forceLogin(joe);
  client.logout();
  expect([client.cookies.size, seen()]).toEqual([0, 'AnonymousUser None']);
});

test('a session can be looked into, and is made where there is none', () => {
  const { session } = client;
  expect(client.cookies.get('sessionid')?.value).toBe(session.sessionKey);
  expect(Object.fromEntries(client.session.items())).toEqual({});
});

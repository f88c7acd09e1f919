/**
 * The client's session, and who is logged in. Sessions and users are looked up by their dotted
 * names when they are asked for, so that a client without them needs neither.
 *
 * @module
 */

import { SimpleCookie } from '../../http/cookies.ts';
import { importModule } from '../../importlib.ts';
import type * as Auth from '../contrib/auth.ts';
import type { Credentials } from '../contrib/auth/backends.ts';
import type { AbstractBaseUser } from '../contrib/auth/base-user.ts';
import type { SessionBase } from '../contrib/sessions/backends/base.ts';
import type { SessionEngine } from '../contrib/sessions/middleware.ts';
import { settings } from '../conf.ts';
import { HttpRequest } from '../http/request.ts';

/** What has cookies: a client. */
export interface CookieHolder {
  cookies: SimpleCookie;
}

/** The session that the client's cookie names; a new one where it has none. @throws {ImportError} @models django.test.client:Client.session */
export function sessionOf(client: CookieHolder): SessionBase {
  const { SESSION_ENGINE: named } = settings;
  const engine = typeof named === 'string' ? (importModule(named) as SessionEngine) : named;
  const cookie = client.cookies.get(settings.SESSION_COOKIE_NAME);
  if (cookie) return new engine.SessionStore(cookie.value);
  const session = new engine.SessionStore();
  session.save();
  client.cookies.set(settings.SESSION_COOKIE_NAME, session.sessionKey ?? '');
  return session;
}

/** Logs in whoever has these credentials; tells whether anybody has. @throws {ImportError} @models django.test.client:Client.login */
export function logIn(client: CookieHolder, credentials: Credentials): boolean {
  const user = auth().authenticate(null, credentials);
  if (!user) return false;
  remember(client, user, null);
  return true;
}

/** Logs a user in without asking for a password, by the first backend that knows users unless one is named. @throws {ImportError} @models django.test.client:Client.force_login */
export function forceLogIn(
  client: CookieHolder,
  user: AbstractBaseUser,
  backend: string | null,
): void {
  const path = backend ?? firstBackend();
  if (path !== null) user.backend = path;
  remember(client, user, path);
}

/** Logs out, and forgets all cookies. @throws {ImportError} @models django.test.client:Client.logout */
export function logOut(client: CookieHolder): void {
  const request = new HttpRequest();
  request.session = sessionOf(client);
  request.user = auth().getUser(request) as NonNullable<HttpRequest['user']>;
  auth().logout(request);
  client.cookies = new SimpleCookie();
}

/** @models django.test.client:Client._login */
function remember(client: CookieHolder, user: AbstractBaseUser, backend: string | null): void {
  const request = new HttpRequest();
  const session = sessionOf(client);
  request.session = session;
  auth().login(request, user, backend);
  session.save();
  const cookie = client.cookies.set(settings.SESSION_COOKIE_NAME, session.sessionKey ?? '');
  cookie.setAttribute('path', '/');
  if (settings.SESSION_COOKIE_DOMAIN) cookie.setAttribute('domain', settings.SESSION_COOKIE_DOMAIN);
  if (settings.SESSION_COOKIE_SECURE) cookie.setAttribute('secure', true);
}

function firstBackend(): string | null {
  const knowsUsers = (path: string) => 'getUser' in auth().loadBackend(path);
  return settings.AUTHENTICATION_BACKENDS.find(knowsUsers) ?? null;
}

function auth(): typeof Auth {
  return importModule('django.contrib.auth') as typeof Auth;
}

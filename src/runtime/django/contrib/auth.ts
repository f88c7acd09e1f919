/**
 * Letting visitors in, and remembering them in their session.
 *
 * @module
 */

import { ValueError } from '../../builtins.ts';
import { isNone } from '../../objects.ts';
import { repr } from '../../repr.ts';
import { settings } from '../conf.ts';
import { ImproperlyConfigured, PermissionDenied, ValidationError } from '../core/exceptions.ts';
import type { HttpRequest } from '../http/request.ts';
import { rotateToken } from '../middleware/csrf-token.ts';
import { constantTimeCompare } from '../utils/crypto.ts';
import { defineModule, importString } from '../utils/module-loading.ts';
import './auth/apps.ts';
import type { AuthenticationBackend, Credentials } from './auth/backends.ts';
import './auth/backends.ts';
import { AbstractBaseUser } from './auth/base-user.ts';
import { AnonymousUser, User } from './auth/models.ts';
import { userLoggedIn, userLoggedOut, userLoginFailed } from './auth/signals.ts';

export { userLoggedIn, userLoggedOut, userLoginFailed } from './auth/signals.ts';

/** Where a session keeps who is logged in. @models django.contrib.auth:SESSION_KEY */
export const SESSION_KEY = '_auth_user_id';

/** Where it keeps which backend let the user in. @models django.contrib.auth:BACKEND_SESSION_KEY */
export const BACKEND_SESSION_KEY = '_auth_user_backend';

/** Where it keeps the hash that ends it with the password. @models django.contrib.auth:HASH_SESSION_KEY */
export const HASH_SESSION_KEY = '_auth_user_hash';

/** The field of an address that says where to go after logging in. @models django.contrib.auth:REDIRECT_FIELD_NAME */
export const REDIRECT_FIELD_NAME = 'next';

/** Where a session keeps the visitor's language, which logging out leaves. @models django.utils.translation:LANGUAGE_SESSION_KEY */
const LANGUAGE_SESSION_KEY = '_language';

const SENSITIVE = /api|token|key|secret|password|signature/i;
const CLEANSED = '********************';

/** A backend, made anew. @throws {ImportError} @models django.contrib.auth:load_backend */
export function loadBackend(path: string): AuthenticationBackend {
  const Backend = importString(path) as new () => AuthenticationBackend;
  return new Backend();
}

/** The site's backends in their order. @throws {ImproperlyConfigured} where there are none. @models django.contrib.auth:get_backends */
export function getBackends(): AuthenticationBackend[] {
  return backendsWithPaths().map(([backend]) => backend);
}

function backendsWithPaths(): [backend: AuthenticationBackend, path: string][] {
  const paths = settings.AUTHENTICATION_BACKENDS;
  if (paths.length > 0) return paths.map((path) => [loadBackend(path), path]);
  throw new ImproperlyConfigured(
    'No authentication backends have been defined. Does AUTHENTICATION_BACKENDS contain anything?',
  );
}

/** The class of users. @models django.contrib.auth:get_user_model */
export function getUserModel(): typeof User {
  return User;
}

/** The user whom the first backend recognises that takes such credentials; else nobody, which is announced. @models django.contrib.auth:authenticate */
export function authenticate(
  request: HttpRequest | null,
  credentials: Credentials,
): AbstractBaseUser | null {
  for (const [backend, path] of backendsWithPaths()) {
    if (!takes(backend, credentials)) continue;
    const user = ask(backend, request, credentials);
    if (user === 'denied') break;
    if (isNone(user)) continue;
    user.backend = path;
    return user;
  }
  userLoginFailed.send('django.contrib.auth', { credentials: cleansed(credentials), request });
  return null;
}

function takes({ takes }: AuthenticationBackend, credentials: Credentials): boolean {
  const names = Object.keys(credentials);
  return !takes || (takes.length === names.length && names.every((name) => takes.includes(name)));
}

function ask(
  backend: AuthenticationBackend,
  request: HttpRequest | null,
  credentials: Credentials,
) {
  try {
    return backend.authenticate(request, credentials);
  } catch (error) {
    if (error instanceof PermissionDenied) return 'denied';
    throw error;
  }
}

function cleansed(credentials: Credentials): Credentials {
  const entries = Object.entries(credentials);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, SENSITIVE.test(name) ? CLEANSED : value]),
  );
}

/** Remembers a user in the session, under another key or, after another user, in another session; and takes another CSRF token. @throws {ValueError} where it is not clear which backend is meant. @models django.contrib.auth:login */
export function login(
  request: HttpRequest,
  user: AbstractBaseUser | null,
  backend: string | null = null,
): void {
  const { session } = request;
  const newcomer = user ?? (request.user as AbstractBaseUser);
  const hash = sessionHashOf(newcomer);
  if (!session.has(SESSION_KEY)) {
    session.cycleKey();
  } else if (
    userIdIn(request) !== newcomer.pk ||
    (hash && !constantTimeCompare(session.get(HASH_SESSION_KEY, ''), hash))
  ) {
    session.flush();
  }
  const path = backend || newcomer.backend || onlyBackend();
  if (typeof path !== 'string') {
    throw new TypeError(`backend must be a dotted import path string (got ${repr(path)}).`);
  }
  session.set(SESSION_KEY, String(newcomer.pk));
  session.set(BACKEND_SESSION_KEY, path);
  session.set(HASH_SESSION_KEY, hash);
  if ('user' in request) request.user = newcomer as User;
  rotateToken(request);
  userLoggedIn.send(newcomer.constructor, { request, user: newcomer });
}

function onlyBackend(): string {
  const [first, ...others] = backendsWithPaths();
  if (first && others.length === 0) return first[1];
  throw new ValueError(
    'You have multiple authentication backends configured and therefore must provide the `backend` argument or set the `backend` attribute on the user.',
  );
}

/** Announces who goes, then forgets the session but for its language. @models django.contrib.auth:logout */
export function logout(request: HttpRequest): void {
  const { session } = request;
  const present = 'user' in request ? request.user : null;
  const user = present?.isAuthenticated ? (present as AbstractBaseUser) : null;
  userLoggedOut.send(user?.constructor ?? null, { request, user });
  const language = session.get(LANGUAGE_SESSION_KEY);
  session.flush();
  if (!isNone(language)) session.set(LANGUAGE_SESSION_KEY, language);
  if ('user' in request) request.user = new AnonymousUser();
}

/** The user whom a session remembers, if the backend still knows them and the password is the same; else nobody. @models django.contrib.auth:get_user */
export function getUser(request: HttpRequest): AbstractBaseUser | AnonymousUser {
  const { session } = request;
  if (!session.has(SESSION_KEY)) return new AnonymousUser();
  const id = userIdIn(request);
  const path = session.get(BACKEND_SESSION_KEY);
  if (typeof path !== 'string' || !settings.AUTHENTICATION_BACKENDS.includes(path)) {
    return new AnonymousUser();
  }
  const user = loadBackend(path).getUser(id);
  if (isNone(user)) return new AnonymousUser();
  const hash = sessionHashOf(user);
  const remembered = session.get(HASH_SESSION_KEY, '');
  if (hash === null || (remembered && constantTimeCompare(remembered, hash))) return user;
  session.flush();
  return new AnonymousUser();
}

/** Keeps this session, and no other, after the user took another password. @models django.contrib.auth:update_session_auth_hash */
export function updateSessionAuthHash(request: HttpRequest, user: AbstractBaseUser): void {
  request.session.cycleKey();
  const hash = sessionHashOf(user);
  if (hash !== null && request.user.equals(user)) request.session.set(HASH_SESSION_KEY, hash);
}

function sessionHashOf(user: AbstractBaseUser): string | null {
  return user instanceof AbstractBaseUser ? user.getSessionAuthHash() : null;
}

function userIdIn(request: HttpRequest): number {
  const kept = request.session.item(SESSION_KEY);
  const id = Number(kept);
  if (Number.isInteger(id)) return id;
  throw new ValidationError(`["'${String(kept)}' value must be an integer."]`);
}

defineModule('django.contrib.auth', {
  authenticate,
  BACKEND_SESSION_KEY,
  default_app_config: 'django.contrib.auth.apps.AuthConfig',
  getUser,
  getUserModel,
  HASH_SESSION_KEY,
  loadBackend,
  login,
  logout,
  REDIRECT_FIELD_NAME,
  SESSION_KEY,
  updateSessionAuthHash,
});

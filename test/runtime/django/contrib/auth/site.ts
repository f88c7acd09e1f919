/**
 * A site with two users, whose passwords are hashed quickly.
 *
 * @module
 */

import { freshSettings, type Settings } from '#runtime/django/conf';
import { MD5PasswordHasher } from '#runtime/django/contrib/auth/hashers';
import '#runtime/django/contrib/auth/middleware';
import { User } from '#runtime/django/contrib/auth/models';
import { SessionStore } from '#runtime/django/contrib/sessions/backends/signed-cookies';
import type { HttpRequest } from '#runtime/django/http';
import { entropyTape, seededEntropy, setEntropy } from '#runtime/random';
import { setClock } from '#runtime/time';
import { makeRequest } from '../../request.ts';

/** The hash behind joe's session. */
export const JOES_HASH = 'a7eb03ec6f48bdc7ec3c88b2ffea46c2f1b9f71f';

/** Starts a process in which joe and ann are users. */
export function startSite(settings: Partial<Settings> = {}): { joe: User; ann: User } {
  freshSettings({
    SECRET_KEY: 'secret',
    ALLOWED_HOSTS: ['*'],
    PASSWORD_HASHERS: [MD5PasswordHasher],
    ...settings,
  });
  setClock(() => 1_556_668_800.25);
  setEntropy(entropyTape(['s'.repeat(24)]));
  const joe = User.objects.createUser('joe', 'secret');
  const ann = User.objects.createUser('ann', 'other');
  setEntropy(seededEntropy(1));
  return { joe, ann };
}

/** A request with a session, empty or as a cookie holds it. */
export function visit(key: string | null = null): HttpRequest {
  const request = makeRequest('/p', { QUERY_STRING: 'x=1' });
  request.session = new SessionStore(key);
  return request;
}

/** What a visitor's cookie would hold. */
export function keyOf(request: HttpRequest): string | null {
  request.session.save();
  return request.session.sessionKey;
}

/** What a session holds. */
export function held(request: HttpRequest): Record<string, unknown> {
  return Object.fromEntries(request.session.items());
}

/**
 * Requests of a visitor with a session, and with messages that an earlier answer left.
 *
 * @module
 */

import { SessionStore } from '#runtime/django/contrib/sessions/backends/signed-cookies';
import '#runtime/django/contrib/sessions/middleware';
import type { HttpRequest } from '#runtime/django/http';
import { makeRequest } from '../../request.ts';

/** A request with a session, and with a cookie of messages where one is given. */
export function visit(cookie?: string): HttpRequest {
  const request = makeRequest('/');
  request.session = new SessionStore();
  if (cookie !== undefined) request.COOKIES.set('messages', cookie);
  return request;
}

/** What is taken away from a visitor. */
export const TAKEN_AWAY =
  'messages=""; expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; Path=/; SameSite=Lax';

/**
 * What can be said about a cookie that a response sets.
 *
 * @module
 */

import { ValueError } from '../../builtins.ts';
import { formatdate } from '../../email/utils.ts';
import type { Morsel } from '../../http/cookies.ts';
import { time } from '../../time.ts';

/** The keyword arguments of `set_cookie`. */
export interface CookieOptions {
  /** In seconds. */
  maxAge?: number | null;
  /** A moment, or text as the header shall have it. */
  expires?: Date | string | null;
  path?: string | null;
  domain?: string | null;
  secure?: boolean;
  httponly?: boolean;
  samesite?: string | null;
}

/** Writes the options into a cookie. @throws {ValueError} for another `samesite` than lax and strict. */
export function applyCookie(cookie: Morsel, options: CookieOptions): void {
  const { expires = null, path = '/', domain = null, samesite = null } = options;
  const { maxAge, text } = lifetime(options.maxAge ?? null, expires);
  if (text !== null) cookie.setAttribute('expires', text);
  if (maxAge !== null) {
    cookie.setAttribute('max-age', maxAge);
    if (!text) cookie.setAttribute('expires', formatdate(time() + maxAge));
  }
  if (path !== null) cookie.setAttribute('path', path);
  if (domain !== null) cookie.setAttribute('domain', domain);
  if (options.secure) cookie.setAttribute('secure', true);
  if (options.httponly) cookie.setAttribute('httponly', true);
  if (!samesite) return;
  if (!['lax', 'strict'].includes(samesite.toLowerCase())) {
    throw new ValueError('samesite must be "lax" or "strict".');
  }
  cookie.setAttribute('samesite', samesite);
}

interface Lifetime {
  maxAge: number | null;
  text: string | null;
}

function lifetime(maxAge: number | null, expires: Date | string | null): Lifetime {
  if (!(expires instanceof Date)) return { maxAge, text: expires ?? '' };
  const seconds = Math.floor(expires.getTime() / 1000 - time()) + 1;
  return { maxAge: Math.max(0, seconds), text: null };
}

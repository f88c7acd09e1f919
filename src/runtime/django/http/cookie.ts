/**
 * The cookies that a browser sends.
 *
 * @module
 */

import { unquoteCookie } from '../../http/cookies.ts';

export { SimpleCookie } from '../../http/cookies.ts';

/** Reads a `Cookie` header; a part without a name is kept under `''`. @models django.http.cookie:parse_cookie */
export function parseCookie(header: string): Map<string, string> {
  const cookies = new Map<string, string>();
  for (const part of header.split(';')) {
    const equals = part.indexOf('=');
    const name = part.slice(0, Math.max(equals, 0)).trim();
    const value = part.slice(equals + 1).trim();
    if (name || value) cookies.set(name, unquoteCookie(value));
  }
  return cookies;
}

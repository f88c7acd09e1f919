/**
 * The cookies that a browser sends.
 *
 * @module
 */

import { unquoteCookie } from '../../http/cookies.ts';
import { strip } from '../../text.ts';

export { SimpleCookie } from '../../http/cookies.ts';

/** Reads a `Cookie` header; a part without a name is kept under `''`. @models django.http.cookie:parse_cookie */
export function parseCookie(header: string): Map<string, string> {
  const cookies = new Map<string, string>();
  if (header === '') return cookies;
  for (const part of header.split(';')) {
    const equals = part.indexOf('=');
    const name = strip(part.slice(0, Math.max(equals, 0)));
    const value = strip(part.slice(equals + 1));
    if (name || value) cookies.set(name, unquoteCookie(value));
  }
  return cookies;
}

/**
 * The client's cookies.
 *
 * @module
 */

import type { CookieAttribute, SimpleCookie } from '../../http/cookies.ts';

const ATTRIBUTES: readonly CookieAttribute[] = [
  'comment',
  'domain',
  'expires',
  'httponly',
  'max-age',
  'path',
  'samesite',
  'secure',
  'version',
];

/** Takes over cookies with all that is said of them; one that was deleted stays, without a value. */
export function updateCookies(jar: SimpleCookie, given: SimpleCookie): void {
  for (const morsel of given.values()) {
    const kept = jar.set(morsel.key, morsel.value);
    for (const name of ATTRIBUTES) kept.setAttribute(name, morsel.attribute(name));
  }
}

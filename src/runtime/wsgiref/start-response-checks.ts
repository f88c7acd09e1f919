/**
 * What a server checks at `start_response()`, before anything is sent.
 *
 * @module
 */

import { AssertionError } from '../builtins.ts';
import { repr } from '../repr.ts';
import { refuseInStatus } from './control-characters.ts';
import type { Header } from './types.ts';
import { isHopByHop } from './util.ts';

const THREE_DIGITS = /^[\p{Nd}²³¹]{3}/u;

/**
 * Accepts three digits, a space and what follows.
 * @throws {AssertionError} for anything else; a `ValueError` for a control character.
 * @models wsgiref.handlers:BaseHandler._validate_status
 */
export function checkStatus(status: unknown): void {
  if (typeof status !== 'string') {
    throw new AssertionError(`Status must be of type str (got ${repr(status)})`);
  }
  refuseInStatus(status);
  if (status.length < 4) throw new AssertionError('Status must be at least 4 characters');
  if (!THREE_DIGITS.test(status)) {
    throw new AssertionError('Status message must begin w/3-digit code');
  }
  if (status[3] !== ' ') {
    throw new AssertionError('Status message must have a space after code');
  }
}

/**
 * Refuses headers that are the server's business.
 * @throws {AssertionError} for a hop-by-hop header; a `TypeError` for no list at all.
 */
export function checkHeaders(headers: readonly Header[] | null): void {
  if (headers === null) throw new TypeError("'NoneType' object is not iterable");
  const refused = headers.find(([name]) => isHopByHop(name));
  if (refused === undefined) return;
  throw new AssertionError(`Hop-by-hop header, '${refused[0]}: ${refused[1]}', not allowed`);
}

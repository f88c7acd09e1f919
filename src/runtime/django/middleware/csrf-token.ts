/**
 * The token that a form has to bring back: a secret, hidden behind another salt each time.
 *
 * @module
 */

import { ValueError } from '../../builtins.ts';
import type { HttpRequest } from '../http/request.ts';
import { ALPHANUMERIC, constantTimeCompare, getRandomString } from '../utils/crypto.ts';

/** How many characters the secret has. @models django.middleware.csrf:CSRF_SECRET_LENGTH */
export const CSRF_SECRET_LENGTH = 32;

/** How many characters a token has: salt and secret. @models django.middleware.csrf:CSRF_TOKEN_LENGTH */
export const CSRF_TOKEN_LENGTH = 2 * CSRF_SECRET_LENGTH;

/** What secrets and salts are drawn from. @models django.middleware.csrf:CSRF_ALLOWED_CHARS */
export const CSRF_ALLOWED_CHARS = ALPHANUMERIC;

/** The place in the alphabet by ASCII code; -1 for what is not in it. */
const PLACES: readonly number[] = Array.from({ length: 0x80 }, (_, unit) =>
  CSRF_ALLOWED_CHARS.indexOf(String.fromCharCode(unit)),
);

declare module '../http/request.ts' {
  interface HttpRequest {
    /** Whether the visitor's cookie has to be replaced. */
    csrfCookieNeedsReset?: boolean;
  }
}

/** The token for a form, with a salt of its own; the first call of a request has the cookie sent. @models django.middleware.csrf:get_token */
export function getToken(request: HttpRequest): string {
  const { META } = request;
  const secret = typeof META.CSRF_COOKIE === 'string' ? unsalt(META.CSRF_COOKIE) : newString();
  META.CSRF_COOKIE ??= salt(secret);
  META.CSRF_COOKIE_USED = true;
  return salt(secret);
}

/** Takes another secret for a request; logging in does so. @models django.middleware.csrf:rotate_token */
export function rotateToken(request: HttpRequest): void {
  request.META.CSRF_COOKIE_USED = true;
  request.META.CSRF_COOKIE = newToken();
  request.csrfCookieNeedsReset = true;
}

/** A token of the right form: the given one, one made of an old cookie's bare secret, or a new one. @models django.middleware.csrf:_sanitize_token */
export function sanitizeToken(token: string): string {
  if (/[^a-zA-Z0-9]/.test(token)) return newToken();
  if (token.length === CSRF_TOKEN_LENGTH) return token;
  return token.length === CSRF_SECRET_LENGTH ? salt(token) : newToken();
}

/** Whether two tokens hide the same secret. @models django.middleware.csrf:_compare_salted_tokens */
export function compareSaltedTokens(one: string, other: string): boolean {
  return constantTimeCompare(unsalt(one), unsalt(other));
}

/** @models django.middleware.csrf:_get_new_csrf_string */
function newString(): string {
  return getRandomString(CSRF_SECRET_LENGTH, CSRF_ALLOWED_CHARS);
}

/** @models django.middleware.csrf:_get_new_csrf_token */
function newToken(): string {
  return salt(newString());
}

/** @models django.middleware.csrf:_salt_cipher_secret */
function salt(secret: string): string {
  const salt = newString();
  return salt + shift(secret, salt, 1);
}

/** @models django.middleware.csrf:_unsalt_cipher_token */
function unsalt(token: string): string {
  return shift(token.slice(CSRF_SECRET_LENGTH), token.slice(0, CSRF_SECRET_LENGTH), -1);
}

/** Each character moved along the alphabet by the place of the other text's character. */
function shift(text: string, by: string, direction: 1 | -1): string {
  const { length } = CSRF_ALLOWED_CHARS;
  const end = Math.min(text.length, by.length);
  const units: number[] = [];
  for (let at = 0; at < end; at += 1) {
    const place = placeOf(text.charCodeAt(at)) + direction * placeOf(by.charCodeAt(at));
    units.push(CSRF_ALLOWED_CHARS.charCodeAt((place + length) % length));
  }
  return String.fromCharCode(...units);
}

function placeOf(unit: number): number {
  const place = PLACES[unit] ?? -1;
  if (place < 0) throw new ValueError('substring not found');
  return place;
}

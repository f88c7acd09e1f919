import { beforeEach, expect, test } from 'vitest';
import { freshSettings } from '#runtime/django/conf';
import {
  compareSaltedTokens,
  getToken,
  rotateToken,
  sanitizeToken,
} from '#runtime/django/middleware/csrf';
import { csrf } from '#runtime/django/template/context-processors';
import { entropyTape, setEntropy } from '#runtime/random';
import { makeRequest } from '../request.ts';

const A = `${'a'.repeat(31)}b`;
const B = `${'b'.repeat(31)}A`;
const C = `${'C'.repeat(31)}9`;

const play = (...drawn: string[]) => setEntropy(entropyTape(drawn));

beforeEach(() => {
  freshSettings();
});

test('a first token draws a secret, a salt for the cookie and a salt for the form', () => {
  play(A, B, C);
  const request = makeRequest('/');
  expect(getToken(request)).toBe(`${C}${'C'.repeat(31)}a`);
  expect(request.META.CSRF_COOKIE).toBe(`${B}${'b'.repeat(31)}B`);
  expect(request.META.CSRF_COOKIE_USED).toBe(true);
});

test('the next token draws a salt alone, looks different and hides the same secret', () => {
  play(A, B, C, A);
  const request = makeRequest('/');
  const first = getToken(request);
  const second = getToken(request);
  expect(second).toBe(`${A}${'a'.repeat(31)}c`);
  expect(compareSaltedTokens(first, second)).toBe(true);
  expect(compareSaltedTokens(first, `${A}${A}`)).toBe(false);
});

test('rotating takes another secret and has the cookie replaced', () => {
  play(A, B);
  const request = makeRequest('/');
  rotateToken(request);
  expect(request.META.CSRF_COOKIE).toBe(`${B}${'b'.repeat(31)}B`);
  expect(request.META.CSRF_COOKIE_USED).toBe(true);
  expect(request.csrfCookieNeedsReset).toBe(true);
});

test('a token of the right length stays, an old bare secret gets a salt, anything else is replaced', () => {
  expect(sanitizeToken(A + B)).toBe(A + B);
  play('z'.repeat(32));
  expect(sanitizeToken(A)).toBe(`${'z'.repeat(63)}A`);
  play('x'.repeat(32), 'y'.repeat(32), 'x'.repeat(32), 'y'.repeat(32));
  const fresh = 'y'.repeat(32) + 'V'.repeat(32);
  expect([sanitizeToken('short'), sanitizeToken('é')]).toEqual([fresh, fresh]);
});

test('a template that shows no token has none made', () => {
  play(A, B, C);
  const request = makeRequest('/');
  const { csrf_token: token } = csrf(request);
  expect('CSRF_COOKIE' in request.META).toBe(false);
  expect(`${token as string}`).toBe(`${C}${'C'.repeat(31)}a`);
  expect('CSRF_COOKIE' in request.META).toBe(true);
});

import { bytesToHex } from '@noble/hashes/utils.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { beforeEach, expect, test } from 'vitest';
import { freshSettings } from '#runtime/django/conf';
import {
  constantTimeCompare,
  getRandomString,
  pbkdf2,
  saltedHmac,
} from '#runtime/django/utils/crypto';
import { entropyTape, setEntropy } from '#runtime/random';

beforeEach(() => {
  freshSettings({ SECRET_KEY: 'secret' });
});

test('a salted hash is keyed by the site, or by a secret of its own', () => {
  expect(saltedHmac('a', 'b').hexdigest()).toBe('15062ae007c89856830d113f9d35beb5d21ccf6f');
  expect(saltedHmac('a', Uint8Array.of(0xff), 'k').hexdigest()).toBe(
    '884e5600e43b30683ef3e77634ef599c1954ea0e',
  );
});

test('a random string has twelve letters and digits unless it is told otherwise', () => {
  expect(getRandomString()).toMatch(/^[a-zA-Z0-9]{12}$/);
  expect(getRandomString(5, 'xy')).toMatch(/^[xy]{5}$/);
});

test('a random string is drawn character by character, so that a tape can play it', () => {
  setEntropy(entropyTape(['abcdefghijkl', 'zz']));
  expect([getRandomString(), getRandomString(2)]).toEqual(['abcdefghijkl', 'zz']);
});

test('texts are compared as UTF-8, with bytes as well', () => {
  expect(constantTimeCompare('a', 'a')).toBe(true);
  expect(constantTimeCompare('a', 'b')).toBe(false);
  expect(constantTimeCompare('a', 'aa')).toBe(false);
  expect(constantTimeCompare('é', Uint8Array.of(0xc3, 0xa9))).toBe(true);
});

test.each([
  [2, {}, '1998f3d3f22119b7f9a77c8ae8b1df0d6e5dde8ae44a6adea8bd836734ca3673'],
  [2, { digest: sha1 }, 'ea4b66d4030c711fa7c569b86856f404c929ee0a'],
  [3, { dklen: 5 }, '3c174b26bc'],
])('a key is derived in %i rounds', (iterations, options, hex) => {
  expect(bytesToHex(pbkdf2('p', 's', iterations, options))).toBe(hex);
});

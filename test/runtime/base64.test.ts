import { expect, test } from 'vitest';
import { b64decode, b64encode, BinasciiError, urlsafeB64encode } from '#runtime/base64';
import { latin1Decode, utf8Encode } from '#runtime/codecs';

test.each([
  ['', ''],
  ['a', 'YQ=='],
  ['ab', 'YWI='],
  ['abc', 'YWJj'],
  ['abcd', 'YWJjZA=='],
])('%j is padded to a multiple of four', (text, encoded) => {
  expect(b64encode(utf8Encode(text))).toBe(encoded);
});

test('an address needs two other letters', () => {
  expect(b64encode(Uint8Array.of(0xfb, 0xff))).toBe('+/8=');
  expect(urlsafeB64encode(Uint8Array.of(0xfb, 0xff))).toBe('-_8=');
});

test.each([
  ['YW=Jj', 'abc'],
  ['=YWJj', 'abc'],
  ['YQ==YWJj', 'a'],
  ['Y!W Jjé', 'abc'],
  ['YW==I=', 'a'],
  ['====', ''],
])('%j is read as Python reads it', (encoded, text) => {
  expect(latin1Decode(b64decode(encoded))).toBe(text);
});

test.each([
  ['YQ', 'Incorrect padding'],
  ['YWJjZA=', 'Incorrect padding'],
  [
    'YWJjZ',
    'Invalid base64-encoded string: number of data characters (5) cannot be 1 more than a multiple of 4',
  ],
])('%j lacks characters', (encoded, message) => {
  expect(() => b64decode(encoded)).toThrow(BinasciiError);
  expect(() => b64decode(encoded)).toThrow(message);
});

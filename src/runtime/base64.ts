/**
 * Bytes as text of 64 characters, after Python's `base64`.
 *
 * @module
 */

import { ValueError } from './builtins.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const SHIFTS = [0, 0, 4, 2];

/** Text that is not the base64 of anything. @models binascii:Error */
export class BinasciiError extends ValueError {
  override name = 'Error';
}

/** Bytes as base64, padded. @models base64:b64encode */
export function b64encode(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3);
    const group = (first << 16) | (second << 8) | third;
    text += [18, 12, 6, 0].map((shift) => ALPHABET.charAt((group >> shift) & 63)).join('');
  }
  const missing = (3 - (bytes.length % 3)) % 3;
  return text.slice(0, text.length - missing) + '='.repeat(missing);
}

/**
 * The bytes of a base64 text; characters outside the alphabet are passed over, and nothing is
 * read after the padding. @throws {BinasciiError} where characters are missing.
 * @models base64:b64decode
 */
export function b64decode(text: string): Uint8Array {
  const bytes: number[] = [];
  let [bits, count, pads] = [0, 0, 0];
  for (const character of text) {
    if (character === '=') {
      pads += 1;
      if (count % 4 >= 2 && (count % 4) + pads >= 4) return Uint8Array.from(bytes);
      continue;
    }
    const value = ALPHABET.indexOf(character);
    if (value < 0) continue;
    pads = 0;
    bits = ((bits << 6) | value) & 0xff_ff_ff;
    count += 1;
    const rest = count % 4;
    if (rest !== 1) bytes.push((bits >> (SHIFTS[rest] ?? 0)) & 0xff);
  }
  if (count % 4 === 0) return Uint8Array.from(bytes);
  throw new BinasciiError(
    count % 4 === 1
      ? `Invalid base64-encoded string: number of data characters (${count}) cannot be 1 more than a multiple of 4`
      : 'Incorrect padding',
  );
}

/** Bytes as base64 with `-` and `_`, which need no escape in an address. @models base64:urlsafe_b64encode */
export function urlsafeB64encode(bytes: Uint8Array): string {
  return b64encode(bytes).replaceAll('+', '-').replaceAll('/', '_');
}

/** Undoes `urlsafeB64encode`. @throws {BinasciiError} @models base64:urlsafe_b64decode */
export function urlsafeB64decode(text: string): Uint8Array {
  return b64decode(text.replaceAll('-', '+').replaceAll('_', '/'));
}

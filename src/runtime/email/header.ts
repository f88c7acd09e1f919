/**
 * Header text that Latin-1 cannot hold, written in ASCII (RFC 2047).
 *
 * @module
 */

import { encode } from '../charsets.ts';
import { splitlines, strip } from '../text.ts';

const PLAIN = /[A-Za-z0-9!*+\-/]/;

/**
 * A text as encoded words in UTF-8, each quoted or in base64, whichever is shorter: one word, or
 * one a line where Python sees lines in it, each line but the first after a space.
 * @throws {UnicodeEncodeError} for half a surrogate pair. @models email.header:Header.encode
 */
export function encodeHeader(text: string): string {
  const [first = '', ...more] = splitlines(text);
  const words = more.map((line) => ` ${encodeWord(` ${stripStart(line)}`)}`);
  return (first === '' ? words : [encodeWord(first), ...words]).join('\n');
}

function stripStart(line: string): string {
  return strip(`${line}.`).slice(0, -1);
}

function encodeWord(text: string): string {
  const bytes = encode(text, 'utf-8');
  const quoted = Array.from(bytes, quoteByte).join('');
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return base64.length < quoted.length ? `=?utf-8?b?${base64}?=` : `=?utf-8?q?${quoted}?=`;
}

function quoteByte(byte: number): string {
  const character = String.fromCharCode(byte);
  if (character === ' ') return '_';
  return PLAIN.test(character) ? character : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}

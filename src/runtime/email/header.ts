/**
 * Header text that Latin-1 cannot hold, written in ASCII (RFC 2047).
 *
 * @module
 */

import { encode } from '../charsets.ts';
import { splitlines, strip } from '../text.ts';

/** How the bytes of an encoded word are written: in base64, or quoted. */
export type WordEncoding = 'b' | 'q';

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

/** A text as one encoded word in UTF-8; in the encoding in which it is shorter, unless told. @throws {UnicodeEncodeError} */
export function encodeWord(text: string, encoding: WordEncoding = shorterEncoding(text)): string {
  return `=?utf-8?${encoding}?${encodeBytes(text, encoding)}?=`;
}

/** The encoding in which a text is shorter. */
export function shorterEncoding(text: string): WordEncoding {
  return encodedLength(text, 'b') < encodedLength(text, 'q') ? 'b' : 'q';
}

/** How many characters a text takes in an encoded word, without the word's frame. */
export function encodedLength(text: string, encoding: WordEncoding): number {
  return encodeBytes(text, encoding).length;
}

function encodeBytes(text: string, encoding: WordEncoding): string {
  const bytes = encode(text, 'utf-8');
  if (encoding === 'q') return Array.from(bytes, quoteByte).join('');
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

function quoteByte(byte: number): string {
  const character = String.fromCharCode(byte);
  if (character === ' ') return '_';
  return PLAIN.test(character) ? character : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}

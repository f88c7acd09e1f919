/**
 * Header text that Latin-1 cannot hold, written in ASCII (RFC 2047).
 *
 * @module
 */

import { utf8Encode } from '../codecs.ts';

/** How the bytes of an encoded word are written: in base64, or quoted. */
export type WordEncoding = 'b' | 'q';

const PLAIN = /[A-Za-z0-9!*+\-/]/;

/** A text as one encoded word in UTF-8: quoted or base64, whichever is shorter. @models email.header:Header.encode */
export function encodeHeader(text: string): string {
  return encodeWord(text, shorterEncoding(text));
}

/** A text as one encoded word in UTF-8. */
export function encodeWord(text: string, encoding: WordEncoding): string {
  return `=?utf-8?${encoding}?${encodeBytes(utf8Encode(text), encoding)}?=`;
}

/** The encoding in which a text is shorter. */
export function shorterEncoding(text: string): WordEncoding {
  return encodedLength(text, 'b') < encodedLength(text, 'q') ? 'b' : 'q';
}

/** How many characters a text takes in an encoded word, without the word's frame. */
export function encodedLength(text: string, encoding: WordEncoding): number {
  return encodeBytes(utf8Encode(text), encoding).length;
}

function encodeBytes(bytes: Uint8Array, encoding: WordEncoding): string {
  if (encoding === 'b')
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return Array.from(bytes, quoteByte).join('');
}

function quoteByte(byte: number): string {
  const character = String.fromCharCode(byte);
  if (character === ' ') return '_';
  return PLAIN.test(character) ? character : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}

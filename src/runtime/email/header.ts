/**
 * Header text that Latin-1 cannot hold, written in ASCII (RFC 2047).
 *
 * @module
 */

import { utf8Encode } from '../codecs.ts';

const PLAIN = /[A-Za-z0-9!*+\-/]/;

/** A text as one encoded word in UTF-8: quoted or base64, whichever is shorter. @models email.header:Header.encode */
export function encodeHeader(text: string): string {
  const bytes = utf8Encode(text);
  const quoted = Array.from(bytes, quoteByte).join('');
  const base64 = btoa(String.fromCharCode(...bytes));
  return base64.length < quoted.length ? `=?utf-8?b?${base64}?=` : `=?utf-8?q?${quoted}?=`;
}

function quoteByte(byte: number): string {
  const character = String.fromCharCode(byte);
  if (character === ' ') return '_';
  return PLAIN.test(character) ? character : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}

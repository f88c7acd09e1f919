/**
 * Percent-encoding for WSGI's native strings: one escape a byte, in and out.
 *
 * @module
 */

import { latin1Encode, type NativeString } from '../codecs.ts';

const ALWAYS_SAFE = /[\w.~-]/;
const ESCAPE = /%([\dA-Fa-f]{2})/g;

/**
 * Escapes every byte that is neither a letter, a digit, one of `_.-~`, nor in `safe`.
 * @throws {UnicodeEncodeError} where `text` is no native string. @models urllib.parse:quote
 */
export function quote(text: NativeString, safe = '/'): string {
  return Array.from(latin1Encode(text), (byte) => {
    const character = String.fromCharCode(byte);
    if (ALWAYS_SAFE.test(character) || safe.includes(character)) return character;
    return `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }).join('');
}

/** Turns each `%XX` into the unit of that byte; what is no escape stays. @models urllib.parse:unquote */
export function unquote(text: string): NativeString {
  return text.replace(ESCAPE, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

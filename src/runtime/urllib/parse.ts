/**
 * Percent-encoding for WSGI's native strings: one escape a byte, in and out.
 *
 * @module
 */

import { latin1Encode, type NativeString } from '../codecs.ts';

const ALWAYS_SAFE = /[\w.~-]/;
const MOST_TABLES = 64;
const ESCAPE = /%([\dA-Fa-f]{2})/g;

/**
 * Escapes every byte that is neither a letter, a digit, one of `_.-~`, nor in `safe`, of which
 * ASCII alone counts.
 * @throws {UnicodeEncodeError} where `text` is no native string. @models urllib.parse:quote
 */
export function quote(text: NativeString, safe = '/'): string {
  if (staysWhole(text, safe)) return text;
  const pieces = piecesFor(safe);
  let quoted = '';
  for (const byte of latin1Encode(text)) quoted += pieces[byte] ?? '';
  return quoted;
}

/** Whether there is nothing in a text that `quote` would escape, be it native or not. */
export function staysWhole(text: string, safe = '/'): boolean {
  const pieces = piecesFor(safe);
  for (let at = 0; at < text.length; at += 1) {
    if (pieces[text.charCodeAt(at)]?.length !== 1) return false;
  }
  return true;
}

const tables = new Map<string, readonly string[]>();

/** What each byte becomes. */
function piecesFor(safe: string): readonly string[] {
  const known = tables.get(safe);
  if (known) return known;
  const made = Array.from({ length: 256 }, (_, byte) => {
    const character = String.fromCharCode(byte);
    const stays = ALWAYS_SAFE.test(character) || (byte < 0x80 && safe.includes(character));
    if (stays) return character;
    return `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  });
  if (tables.size >= MOST_TABLES) tables.clear();
  tables.set(safe, made);
  return made;
}

/** Turns each `%XX` into the unit of that byte; what is no escape stays. @models urllib.parse:unquote */
export function unquote(text: string): NativeString {
  return text.replace(ESCAPE, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

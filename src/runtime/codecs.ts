/**
 * Bytes and WSGI's native strings. A native string holds one byte in each UTF-16 unit
 * (PEP 3333, "Unicode Issues"); `TextDecoder('latin1')` means windows-1252, so it is no help.
 *
 * @module
 */

import { ValueError } from './builtins.ts';

const BLOCK = 8192;

/** A string whose every UTF-16 unit is at most U+00FF: bytes in disguise. */
export type NativeString = string;

/** The bytes of a native string. @throws {UnicodeEncodeError} at a unit above U+00FF. */
export function latin1Encode(text: NativeString): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit > 0xff) throw new UnicodeEncodeError(text, index);
    bytes[index] = unit;
  }
  return bytes;
}

/** The native string of some bytes: one UTF-16 unit a byte. */
export function latin1Decode(bytes: Uint8Array): NativeString {
  let text = '';
  for (let start = 0; start < bytes.length; start += BLOCK) {
    text += String.fromCharCode(...bytes.subarray(start, start + BLOCK));
  }
  return text;
}

/** The UTF-8 bytes of a Unicode string. */
export function utf8Encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function escapePoint(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  const hex = point.toString(16);
  return point > 0xffff ? `\\U${hex.padStart(8, '0')}` : `\\u${hex.padStart(4, '0')}`;
}

/**
 * Characters that Latin-1 cannot hold: the first in the text and those that follow it at once.
 * @models builtins:UnicodeEncodeError
 */
export class UnicodeEncodeError extends ValueError {
  override name = 'UnicodeEncodeError';

  constructor(text: string, position: number) {
    const [run = ''] = /^[^\0-\xff]+/u.exec(text.slice(position)) ?? [];
    const characters = Array.from(run);
    const what =
      characters.length === 1
        ? `character '${escapePoint(run)}' in position ${position}`
        : `characters in position ${position}-${position + characters.length - 1}`;
    super(`'latin-1' codec can't encode ${what}: ordinal not in range(256)`);
  }
}

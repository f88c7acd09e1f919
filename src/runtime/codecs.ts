/**
 * Bytes and WSGI's native strings. A native string holds one byte in each UTF-16 unit
 * (PEP 3333, "Unicode Issues"); `TextDecoder('latin1')` means windows-1252, so it is no help.
 *
 * @module
 */

import { ValueError } from './builtins.ts';

const BLOCK = 8192;
const NO_BYTES = new Uint8Array(0);

/** A string whose every UTF-16 unit is at most U+00FF: bytes in disguise. */
export type NativeString = string;

/** The bytes of a native string. @throws {UnicodeEncodeError} at a unit above U+00FF. */
export function latin1Encode(text: NativeString): Uint8Array {
  if (text === '') return NO_BYTES;
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit > 0xff) {
      throw unencodable('latin-1', text, (point) => point <= 0xff, 'ordinal not in range(256)');
    }
    bytes[index] = unit;
  }
  return bytes;
}

/** Whether a text holds nothing but ASCII: its Latin-1 bytes are its UTF-8 bytes then. */
export function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    if (text.charCodeAt(index) > 0x7f) return false;
  }
  return true;
}

/** The native string of some bytes: one UTF-16 unit a byte. */
export function latin1Decode(bytes: Uint8Array): NativeString {
  if (bytes.length <= BLOCK) return textOf(bytes);
  let text = '';
  for (let start = 0; start < bytes.length; start += BLOCK) {
    text += textOf(bytes.subarray(start, start + BLOCK));
  }
  return text;
}

/** Spreading bytes into arguments would ask their iterator for each. */
function textOf(bytes: Uint8Array): NativeString {
  return Reflect.apply(String.fromCharCode, null, bytes);
}

const SHORT = 128;
const encoder = new TextEncoder();

/** The UTF-8 bytes of a Unicode string. */
export function utf8Encode(text: string): Uint8Array {
  return shortAscii(text) ?? encoder.encode(text);
}

/** The bytes of a short text of ASCII, for which the platform's encoder takes longer; else `null`. */
export function shortAscii(text: string): Uint8Array | null {
  if (text.length > SHORT) return null;
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit > 0x7f) return null;
    bytes[index] = unit;
  }
  return bytes;
}

function escapePoint(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  const hex = point.toString(16);
  if (point <= 0xff) return `\\x${hex.padStart(2, '0')}`;
  return point > 0xffff ? `\\U${hex.padStart(8, '0')}` : `\\u${hex.padStart(4, '0')}`;
}

/**
 * Characters that a charset cannot hold, from the place `start` to before `end`, counted in
 * characters. @models builtins:UnicodeEncodeError
 */
export class UnicodeEncodeError extends ValueError {
  override name = 'UnicodeEncodeError';

  constructor(charset: string, text: string, start: number, end: number, reason: string) {
    const what =
      end - start === 1
        ? `character '${escapePoint(Array.from(text)[start] ?? '')}' in position ${start}`
        : `characters in position ${start}-${end - 1}`;
    super(`'${charset}' codec can't encode ${what}: ${reason}`);
  }
}

/** The error for the first characters of a text that do not fit, and those that follow them at once. */
export function unencodable(
  charset: string,
  text: string,
  fits: (point: number) => boolean,
  reason: string,
): UnicodeEncodeError {
  const points = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const start = points.findIndex((point) => !fits(point));
  const after = points.findIndex((point, at) => at > start && fits(point));
  return new UnicodeEncodeError(charset, text, start, after < 0 ? points.length : after, reason);
}

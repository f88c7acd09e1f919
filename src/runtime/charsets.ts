/**
 * Text and bytes in a named charset, as Python's codecs hold them.
 *
 * @module
 */

import { Exception } from './builtins.ts';
import { latin1Decode, latin1Encode, UnicodeEncodeError, utf8Encode } from './codecs.ts';

type Family = 'utf-8' | 'latin-1' | 'ascii';

const ALIASES: Record<string, Family> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  u8: 'utf-8',
  'latin-1': 'latin-1',
  latin1: 'latin-1',
  'iso-8859-1': 'latin-1',
  'iso8859-1': 'latin-1',
  l1: 'latin-1',
  ascii: 'ascii',
  'us-ascii': 'ascii',
};

/** A charset of a name that nobody knows. @models builtins:LookupError */
export class LookupError extends Exception {
  override name = 'LookupError';

  constructor(charset: string) {
    super(`unknown encoding: ${charset}`);
  }
}

/** The bytes are not of this charset. @models builtins:UnicodeDecodeError */
export class UnicodeDecodeError extends Exception {
  override name = 'UnicodeDecodeError';

  constructor(charset: string) {
    super(`the bytes are not valid ${charset}`);
  }
}

/** Whether a charset is known here. @models codecs:lookup */
export function isKnownCharset(charset: string): boolean {
  return family(charset) !== null || decoder(charset, false) !== null;
}

/** Text as bytes. @throws {UnicodeEncodeError} at a character the charset lacks. @throws {LookupError} */
export function encode(text: string, charset: string): Uint8Array {
  const known = family(charset);
  if (known === 'utf-8') return utf8Encode(text);
  if (known === null) throw new LookupError(charset);
  assertEncodable(text, known);
  return latin1Encode(text);
}

/** Bytes as text; bad bytes become U+FFFD, or an error when `strict`. @throws {UnicodeDecodeError} @throws {LookupError} */
export function decode(bytes: Uint8Array, charset: string, errors: 'strict' | 'replace'): string {
  const known = family(charset);
  if (known === 'latin-1') return latin1Decode(bytes);
  if (known === 'ascii') return decodeAscii(bytes, errors);
  const codec = decoder(known ?? charset, errors === 'strict');
  if (codec === null) throw new LookupError(charset);
  try {
    return codec.decode(bytes);
  } catch {
    throw new UnicodeDecodeError(charset);
  }
}

/** Makes sure that a charset can hold a text. @throws {UnicodeEncodeError} with `suffix` after its reason. */
export function assertEncodable(text: string, charset: 'ascii' | 'latin-1', suffix = ''): void {
  const limit = charset === 'ascii' ? 0x7f : 0xff;
  const characters = Array.from(text);
  const start = characters.findIndex((character) => tooLarge(character, limit));
  if (start < 0) return;
  const after = characters.findIndex((character, at) => at > start && !tooLarge(character, limit));
  const end = after < 0 ? characters.length : after;
  const which =
    end - start === 1
      ? `character '${escapeCharacter(characters[start] ?? '')}' in position ${start}`
      : `characters in position ${start}-${end - 1}`;
  const error = new UnicodeEncodeError(text, start);
  error.message = `'${charset}' codec can't encode ${which}: ordinal not in range(${limit + 1})${suffix}`;
  throw error;
}

function tooLarge(character: string, limit: number): boolean {
  return (character.codePointAt(0) ?? 0) > limit;
}

function escapeCharacter(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  const hex = point.toString(16);
  if (point <= 0xff) return `\\x${hex.padStart(2, '0')}`;
  return point <= 0xffff ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}

function family(charset: string): Family | null {
  return ALIASES[charset.toLowerCase().replaceAll('_', '-')] ?? null;
}

function decodeAscii(bytes: Uint8Array, errors: 'strict' | 'replace'): string {
  if (errors === 'strict' && bytes.some((byte) => byte > 0x7f)) {
    throw new UnicodeDecodeError('ascii');
  }
  return latin1Decode(bytes).replaceAll(/[\x80-\xff]/g, '\ufffd');
}

function decoder(charset: string, fatal: boolean): TextDecoder | null {
  try {
    return new TextDecoder(charset, { fatal, ignoreBOM: true });
  } catch {
    return null;
  }
}

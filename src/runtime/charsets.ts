/**
 * Text and bytes in a named charset, as Python's codecs hold them.
 *
 * The charsets are those that the platform's decoder knows. Of East Asian ones it has the
 * tables of the platform, which differ from Python's in some marks and rare characters.
 *
 * @module
 */

import { type Codec, LookupError } from './charsets/codec.ts';
import { charsetOf, type CharsetKind } from './charsets/names.ts';
import { platformMultiByte, platformSingleByte, singleByte } from './charsets/tables.ts';
import { utf16 } from './charsets/utf16.ts';
import { utf8 } from './charsets/utf8.ts';
import { latin1Decode, latin1Encode } from './codecs.ts';

export { LookupError, UnicodeDecodeError } from './charsets/codec.ts';

const latin1: Codec = { decode: latin1Decode, encode: latin1Encode };
const ascii = singleByte(
  'ascii',
  Array.from({ length: 0x80 }, (_, byte) => String.fromCharCode(byte)),
  { decode: 'ordinal not in range(128)', encode: 'ordinal not in range(128)' },
);

const codecs = new Map<CharsetKind, Codec>();

/** Whether a charset is known here. @models codecs:lookup */
export function isKnownCharset(charset: string): boolean {
  return charsetOf(charset) !== null;
}

/** Text as bytes. @throws {UnicodeEncodeError} at a character the charset lacks. @throws {LookupError} */
export function encode(text: string, charset: string): Uint8Array {
  return codecOf(charset, 'encode').encode(text);
}

/** Bytes as text; bad bytes become U+FFFD, or an error when `strict`. @throws {UnicodeDecodeError} @throws {LookupError} */
export function decode(bytes: Uint8Array, charset: string, errors: 'strict' | 'replace'): string {
  return codecOf(charset, 'decode').decode(bytes, errors === 'strict');
}

function codecOf(charset: string, action: 'encode' | 'decode'): Codec {
  if (charset === 'utf-8') return utf8;
  const kind = charsetOf(charset);
  if (kind === null) throw new LookupError(`unknown encoding: ${charset}`);
  if (kind.kind === 'no text') {
    throw new LookupError(
      `'${charset}' is not a text encoding; use codecs.${action}() to handle arbitrary codecs`,
    );
  }
  const known = codecs.get(kind);
  if (known) return known;
  const made = makeCodec(kind);
  codecs.set(kind, made);
  return made;
}

function makeCodec(kind: Exclude<CharsetKind, { kind: 'no text' }>): Codec {
  switch (kind.kind) {
    case 'utf-8':
      return utf8;
    case 'latin-1':
      return latin1;
    case 'ascii':
      return ascii;
    case 'utf-16':
      return utf16(kind.order);
    case 'single':
      return platformSingleByte(kind.label, kind.patches);
    case 'multi':
      return platformMultiByte(kind.charset, kind.label);
  }
}

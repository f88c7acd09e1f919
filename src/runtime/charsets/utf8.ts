/**
 * UTF-8 as Python's codec reads and writes it.
 *
 * @module
 */

import { shortAscii, unencodable, utf8Encode } from '../codecs.ts';
import { type Codec, UnicodeDecodeError } from './codec.ts';

const LENIENT = new TextDecoder('utf-8', { ignoreBOM: true });
const STRICT = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });

/** Bytes that are no UTF-8, and why. */
export interface Utf8Fault {
  start: number;
  end: number;
  reason: 'invalid start byte' | 'invalid continuation byte' | 'unexpected end of data';
}

/** The first bytes from an index on that are no UTF-8, or `null`. */
export function findUtf8Fault(bytes: Uint8Array, from = 0): Utf8Fault | null {
  let at = from;
  while (at < bytes.length) {
    const length = lengthAfter(bytes[at] ?? 0);
    if (length === null) return { start: at, end: at + 1, reason: 'invalid start byte' };
    let next = at + 1;
    while (next < at + length && continues(bytes, at, next)) next += 1;
    if (next < at + length) {
      const reason = next === bytes.length ? 'unexpected end of data' : 'invalid continuation byte';
      return { start: at, end: next, reason };
    }
    at = next;
  }
  return null;
}

/** UTF-8. @models encodings.utf_8:decode */
export const utf8: Codec = {
  decode(bytes, strict) {
    if (!strict) return LENIENT.decode(bytes);
    try {
      return STRICT.decode(bytes);
    } catch (cause) {
      const fault = findUtf8Fault(bytes);
      if (fault === null) throw cause;
      throw new UnicodeDecodeError('utf-8', bytes, fault.start, fault.end, fault.reason);
    }
  },
  encode(text) {
    const short = shortAscii(text);
    if (short) return short;
    if (text.isWellFormed()) return utf8Encode(text);
    throw unencodable(
      'utf-8',
      text,
      (point) => point < 0xd800 || point > 0xdfff,
      'surrogates not allowed',
    );
  },
};

/** How many bytes a character has that begins with this one; `null` where none does. */
function lengthAfter(first: number): number | null {
  if (first < 0x80) return 1;
  if (first < 0xc2 || first > 0xf4) return null;
  if (first < 0xe0) return 2;
  return first < 0xf0 ? 3 : 4;
}

function continues(bytes: Uint8Array, start: number, at: number): boolean {
  const byte = bytes[at] ?? 0;
  if (at > start + 1) return byte >= 0x80 && byte <= 0xbf;
  const first = bytes[start] ?? 0;
  const least = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const greatest = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  return byte >= least && byte <= greatest;
}

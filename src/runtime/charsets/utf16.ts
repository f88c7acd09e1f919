/**
 * UTF-16, in both orders of bytes.
 *
 * @module
 */

import { unencodable } from '../codecs.ts';
import { type Codec, UnicodeDecodeError } from './codec.ts';

type Order = 'le' | 'be';

/** UTF-16 of a fixed order; or, without one, of the order that a mark in front of it names. */
export function utf16(order: Order | null): Codec {
  const charset = order === null ? 'utf-16' : `utf-16-${order}`;
  return {
    decode(bytes, strict) {
      const marked = order === null ? orderOf(bytes) : null;
      const body = marked === null ? bytes : bytes.subarray(2);
      const used = order ?? marked ?? 'le';
      if (!strict) return new TextDecoder(`utf-16${used}`, { ignoreBOM: true }).decode(body);
      return decodeStrictly(body, used, `utf-16-${used}`, bytes.length - body.length);
    },
    encode(text) {
      if (!text.isWellFormed()) {
        throw unencodable(
          charset,
          text,
          (point) => point < 0xd800 || point > 0xdfff,
          'surrogates not allowed',
        );
      }
      return write(order === null ? `\ufeff${text}` : text, order ?? 'le');
    },
  };
}

function orderOf(bytes: Uint8Array): Order | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'le';
  return first === 0xfe && second === 0xff ? 'be' : null;
}

function decodeStrictly(bytes: Uint8Array, order: Order, charset: string, offset: number): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const fail = (start: number, end: number, reason: string) => {
    const shifted = new Uint8Array(offset + bytes.length);
    shifted.set(bytes, offset);
    return new UnicodeDecodeError(charset, shifted, offset + start, offset + end, reason);
  };
  let text = '';
  for (let at = 0; at < bytes.length; at += 2) {
    if (at + 1 === bytes.length) throw fail(at, at + 1, 'truncated data');
    const unit = view.getUint16(at, order === 'le');
    const isHigh = unit >= 0xd800 && unit < 0xdc00;
    const isLow = unit >= 0xdc00 && unit < 0xe000;
    if (isLow && !/[\ud800-\udbff]$/.test(text)) throw fail(at, at + 2, 'illegal encoding');
    if (isHigh) {
      if (at + 3 >= bytes.length) throw fail(at, bytes.length, 'unexpected end of data');
      const next = view.getUint16(at + 2, order === 'le');
      if (next < 0xdc00 || next > 0xdfff) throw fail(at, at + 2, 'illegal UTF-16 surrogate');
    }
    text += String.fromCharCode(unit);
  }
  return text;
}

function write(text: string, order: Order): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at += 1) {
    view.setUint16(at * 2, text.charCodeAt(at), order === 'le');
  }
  return bytes;
}

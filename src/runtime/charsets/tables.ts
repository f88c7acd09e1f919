/**
 * Charsets that are tables: one byte a character, or one and two. The platform has the tables;
 * where Python leaves a place empty that browsers fill, it is emptied here.
 *
 * @module
 */

import { unencodable } from '../codecs.ts';
import { type Codec, UnicodeDecodeError } from './codec.ts';

const NO_CHARACTER = '\ufffd';

/** Bytes 0x00 to 0x7f, and what each of the others means. */
export function singleByte(
  charset: string,
  meanings: readonly (string | null)[],
  reasons: SingleByteReasons,
): Codec {
  const bytesOf = new Map(
    meanings.flatMap((text, byte) => (text === null ? [] : [[text, byte] as const])),
  );
  return {
    decode(bytes, strict) {
      const bad = strict ? bytes.findIndex((byte) => (meanings[byte] ?? null) === null) : -1;
      if (bad >= 0) throw new UnicodeDecodeError(charset, bytes, bad, bad + 1, reasons.decode);
      return Array.from(bytes, (byte) => meanings[byte] ?? NO_CHARACTER).join('');
    },
    encode(text) {
      const fits = (point: number) => bytesOf.has(String.fromCodePoint(point));
      const characters = Array.from(text);
      if (characters.some((character) => !bytesOf.has(character))) {
        throw unencodable(charset, text, fits, reasons.encode);
      }
      return Uint8Array.from(characters, (character) => bytesOf.get(character) ?? 0);
    },
  };
}

const UNDEFINED = 'character maps to <undefined>';

/** What is said of a byte without a meaning, and of a character without a byte. */
export interface SingleByteReasons {
  decode: string;
  encode: string;
}

/** A charset of the platform that has one byte a character; `patches` win over what it says. */
export function platformSingleByte(label: string, patches: Record<number, string> = {}): Codec {
  const decoder = new TextDecoder(label, { fatal: true });
  const emptied = label.startsWith('windows') && label !== 'windows-1256';
  const meanings = Array.from({ length: 256 }, (_, byte) => {
    const text = meaning(decoder, [byte]);
    return patches[byte] ?? (emptied && isControl(byte, text) ? null : text);
  });
  return singleByte('charmap', meanings, { decode: UNDEFINED, encode: UNDEFINED });
}

function meaning(decoder: TextDecoder, bytes: readonly number[]): string | null {
  try {
    const text = decoder.decode(Uint8Array.from(bytes));
    return Array.from(text).length === 1 ? text : null;
  } catch {
    return null;
  }
}

function isControl(byte: number, text: string | null): boolean {
  return byte >= 0x80 && byte < 0xa0 && text?.charCodeAt(0) === byte;
}

const ILLEGAL = 'illegal multibyte sequence';
const MOST_BYTES = 3;

/** A charset of the platform that has up to three bytes a character. */
export function platformMultiByte(charset: string, label: string): Codec {
  let made: MultiByteTable | null = null;
  return {
    decode(bytes, strict) {
      const { textOf } = (made ??= multiByteTable(label));
      let text = '';
      for (let at = 0; at < bytes.length;) {
        const found = longestAt(textOf, bytes, at);
        if (found === null && strict) {
          throw new UnicodeDecodeError(charset, bytes, at, at + 1, ILLEGAL);
        }
        text += found?.text ?? NO_CHARACTER;
        at += found?.length ?? 1;
      }
      return text;
    },
    encode(text) {
      const { bytesOf } = (made ??= multiByteTable(label));
      const characters = Array.from(text);
      if (characters.some((character) => !bytesOf.has(character))) {
        const fits = (point: number) => bytesOf.has(String.fromCodePoint(point));
        throw unencodable(charset, text, fits, ILLEGAL);
      }
      return Uint8Array.from(characters.flatMap((character) => bytesOf.get(character) ?? []));
    },
  };
}

interface MultiByteTable {
  /** By the number that the bytes make, the first the highest. */
  textOf: Map<number, string>;
  bytesOf: Map<string, number[]>;
}

function longestAt(
  textOf: ReadonlyMap<number, string>,
  bytes: Uint8Array,
  start: number,
): { text: string; length: number } | null {
  let key = 0;
  for (let length = 1; length <= MOST_BYTES && start + length <= bytes.length; length += 1) {
    key = key * 256 + (bytes[start + length - 1] ?? 0);
    const text = textOf.get(key);
    if (text !== undefined) return { text, length };
  }
  return null;
}

function multiByteTable(label: string): MultiByteTable {
  const decoder = new TextDecoder(label, { fatal: true });
  const table: MultiByteTable = { textOf: new Map(), bytesOf: new Map() };
  const add = (...bytes: number[]) => {
    const text = meaning(decoder, bytes);
    if (text === null || isControl(bytes[0] ?? 0, text)) return;
    table.textOf.set(
      bytes.reduce((key, byte) => key * 256 + byte, 0),
      text,
    );
    if (!table.bytesOf.has(text)) table.bytesOf.set(text, bytes);
  };
  for (let byte = 0; byte < 256; byte += 1) add(byte);
  for (let lead = 0x81; lead < 0xff; lead += 1) {
    if (table.textOf.has(lead)) continue;
    for (let trail = 0x40; trail < 0xff; trail += 1) add(lead, trail);
  }
  if (label !== 'euc-jp') return table;
  for (let lead = 0xa1; lead < 0xff; lead += 1) {
    for (let trail = 0xa1; trail < 0xff; trail += 1) add(0x8f, lead, trail);
  }
  return table;
}

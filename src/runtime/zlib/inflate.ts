/**
 * Undoing deflate (RFC 1951).
 *
 * @module
 */

import {
  canonicalCodes,
  CODE_LENGTH_ORDER,
  DISTANCES,
  END_OF_BLOCK,
  FIXED_DISTANCES,
  FIXED_LITERALS,
  LENGTHS,
} from './tables.ts';

/** Bytes that are no deflated data; the message says what is wrong with them. */
export class InflateError extends Error {}

/** The data ends before its last block does. */
export class UnexpectedEnd extends InflateError {}

class BitReader {
  readonly #bytes: Uint8Array;
  #at: number;
  #bit = 0;

  constructor(bytes: Uint8Array, start: number) {
    this.#bytes = bytes;
    this.#at = start;
  }

  /** The place of the next whole byte. */
  get byteOffset(): number {
    return this.#bit === 0 ? this.#at : this.#at + 1;
  }

  bit(): number {
    const byte = this.#bytes[this.#at];
    if (byte === undefined) throw new UnexpectedEnd();
    const bit = (byte >> this.#bit) & 1;
    this.#bit = (this.#bit + 1) & 7;
    if (this.#bit === 0) this.#at += 1;
    return bit;
  }

  bits(count: number): number {
    let value = 0;
    for (let at = 0; at < count; at += 1) value |= this.bit() << at;
    return value;
  }

  /** So many whole bytes, from the next one on. */
  take(count: number): Uint8Array {
    const start = this.byteOffset;
    if (start + count > this.#bytes.length) throw new UnexpectedEnd();
    this.#bit = 0;
    this.#at = start + count;
    return this.#bytes.subarray(start, this.#at);
  }
}

/** Finds symbols by their codes. */
class Code {
  readonly #symbols = new Map<number, number>();

  constructor(lengths: readonly number[]) {
    const codes = canonicalCodes(lengths);
    for (const [symbol, length] of lengths.entries()) {
      if (length > 0) this.#symbols.set((1 << length) | (codes[symbol] ?? 0), symbol);
    }
  }

  read(reader: BitReader, fault: string): number {
    let code = 1;
    for (let length = 1; length <= 15; length += 1) {
      code = (code << 1) | reader.bit();
      const symbol = this.#symbols.get(code);
      if (symbol !== undefined) return symbol;
    }
    throw new InflateError(fault);
  }
}

/** The bytes behind deflated data, and where in it they end. @throws {InflateError} */
export function inflate(deflated: Uint8Array, start = 0): { bytes: Uint8Array; end: number } {
  const reader = new BitReader(deflated, start);
  const out: number[] = [];
  for (let last = 0; last === 0;) {
    last = reader.bit();
    const kind = reader.bits(2);
    if (kind === 0) out.push(...readStored(reader));
    else if (kind === 1)
      readBlock(reader, new Code(FIXED_LITERALS), new Code(FIXED_DISTANCES), out);
    else if (kind === 2) readBlock(reader, ...readCodes(reader), out);
    else throw new InflateError('invalid block type');
  }
  return { bytes: Uint8Array.from(out), end: reader.byteOffset };
}

function readStored(reader: BitReader): Uint8Array {
  const [low = 0, high = 0, notLow = 0, notHigh = 0] = reader.take(4);
  if ((low ^ notLow) !== 0xff || (high ^ notHigh) !== 0xff) {
    throw new InflateError('invalid stored block lengths');
  }
  return reader.take((high << 8) | low);
}

function readCodes(reader: BitReader): [literals: Code, distances: Code] {
  const literals = reader.bits(5) + 257;
  const distances = reader.bits(5) + 1;
  const written = reader.bits(4) + 4;
  if (literals > 286 || distances > 30) {
    throw new InflateError('too many length or distance symbols');
  }
  const meta: number[] = CODE_LENGTH_ORDER.map(() => 0);
  for (const symbol of CODE_LENGTH_ORDER.slice(0, written)) meta[symbol] = reader.bits(3);
  const lengths = readLengths(reader, new Code(meta), literals + distances);
  return [new Code(lengths.slice(0, literals)), new Code(lengths.slice(literals))];
}

function readLengths(reader: BitReader, code: Code, wanted: number): number[] {
  const fault = 'invalid code lengths set';
  const lengths: number[] = [];
  while (lengths.length < wanted) {
    const symbol = code.read(reader, fault);
    if (symbol < 16) {
      lengths.push(symbol);
      continue;
    }
    const before = symbol === 16 ? lengths.at(-1) : 0;
    const times = symbol === 18 ? 11 + reader.bits(7) : 3 + reader.bits(symbol - 14);
    if (before === undefined || lengths.length + times > wanted) {
      throw new InflateError('invalid bit length repeat');
    }
    lengths.push(...Array.from({ length: times }, () => before));
  }
  return lengths;
}

function readBlock(reader: BitReader, literals: Code, distances: Code, out: number[]): void {
  for (;;) {
    const symbol = literals.read(reader, 'invalid literal/length code');
    if (symbol === END_OF_BLOCK) return;
    if (symbol < END_OF_BLOCK) {
      out.push(symbol);
      continue;
    }
    const length = LENGTHS[symbol - END_OF_BLOCK - 1];
    if (!length) throw new InflateError('invalid literal/length code');
    const bytes = length.base + reader.bits(length.extra);
    const distance = DISTANCES[distances.read(reader, 'invalid distance code')];
    if (!distance) throw new InflateError('invalid distance code');
    const back = distance.base + reader.bits(distance.extra);
    if (back > out.length) throw new InflateError('invalid distance too far back');
    for (let at = 0; at < bytes; at += 1) out.push(out[out.length - back] ?? 0);
  }
}

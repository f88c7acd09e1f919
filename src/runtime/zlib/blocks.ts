/**
 * Writing one block of deflate in whichever of its three forms is the shortest.
 *
 * @module
 */

import type { BitWriter } from './bit-writer.ts';
import { codeLengths } from './code-lengths.ts';
import type { Token } from './matches.ts';
import {
  canonicalCodes,
  CODE_LENGTH_ORDER,
  DISTANCES,
  END_OF_BLOCK,
  FIXED_DISTANCES,
  FIXED_LITERALS,
  LENGTHS,
  type Range,
  symbolFor,
} from './tables.ts';

/** What a block holds. */
export interface Block {
  tokens: readonly Token[];
  /** The bytes that the tokens stand for. */
  bytes: Uint8Array;
  last: boolean;
}

/** A symbol, and how often it occurs or how many bits it has. */
type Tally = number[];

interface Run {
  symbol: number;
  value: number;
  extra: number;
}

/** Writes a block. */
export function writeBlock(writer: BitWriter, { tokens, bytes, last }: Block): void {
  const literals: Tally = Array.from({ length: 286 }, () => 0);
  const distances: Tally = Array.from({ length: 30 }, () => 0);
  for (const token of tokens) count(token, literals, distances);
  literals[END_OF_BLOCK] = 1;

  const lengths = codeLengths(literals, 15);
  const distanceLengths = codeLengths(distances, 15);
  const header = new Header(lengths, distanceLengths);
  const extra =
    extraBits(literals.slice(END_OF_BLOCK + 1), LENGTHS) + extraBits(distances, DISTANCES);
  const own = header.size + bitsOf(literals, lengths) + bitsOf(distances, distanceLengths) + extra;
  const fixed = bitsOf(literals, FIXED_LITERALS) + bitsOf(distances, FIXED_DISTANCES) + extra;

  const inBytes = (bits: number) => (bits + 3 + 7) >> 3;
  writer.write(last ? 1 : 0, 1);
  if (bytes.length + 4 <= Math.min(inBytes(own), inBytes(fixed))) {
    writeStored(writer, bytes);
  } else if (inBytes(fixed) <= inBytes(own)) {
    writer.write(1, 2);
    writeTokens(writer, tokens, FIXED_LITERALS, FIXED_DISTANCES);
  } else {
    writer.write(2, 2);
    header.write(writer);
    writeTokens(writer, tokens, lengths, distanceLengths);
  }
}

function count(token: Token, literals: Tally, distances: Tally): void {
  if (typeof token === 'number') return increase(literals, token);
  increase(literals, END_OF_BLOCK + 1 + symbolFor(LENGTHS, token.length));
  increase(distances, symbolFor(DISTANCES, token.distance));
}

function increase(tally: Tally, symbol: number): void {
  tally[symbol] = (tally[symbol] ?? 0) + 1;
}

function bitsOf(frequencies: Tally, lengths: readonly number[]): number {
  return frequencies.reduce((sum, often, symbol) => sum + often * (lengths[symbol] ?? 0), 0);
}

function extraBits(frequencies: Tally, table: readonly Range[]): number {
  return frequencies.reduce((sum, often, symbol) => sum + often * (table[symbol]?.extra ?? 0), 0);
}

function writeStored(writer: BitWriter, bytes: Uint8Array): void {
  writer.write(0, 2);
  writer.align();
  writer.write(bytes.length, 16);
  writer.write(~bytes.length & 0xffff, 16);
  for (const byte of bytes) writer.write(byte, 8);
}

function writeTokens(
  writer: BitWriter,
  tokens: readonly Token[],
  literalLengths: readonly number[],
  distanceLengths: readonly number[],
): void {
  const literalCodes = canonicalCodes(literalLengths);
  const distanceCodes = canonicalCodes(distanceLengths);
  const literal = (symbol: number) =>
    writer.writeCode(literalCodes[symbol] ?? 0, literalLengths[symbol] ?? 0);
  const within = (table: readonly Range[], symbol: number, number: number) => {
    const { base, extra } = table[symbol] as Range;
    writer.write(number - base, extra);
  };
  for (const token of tokens) {
    if (typeof token === 'number') {
      literal(token);
      continue;
    }
    const length = symbolFor(LENGTHS, token.length);
    literal(END_OF_BLOCK + 1 + length);
    within(LENGTHS, length, token.length);
    const distance = symbolFor(DISTANCES, token.distance);
    writer.writeCode(distanceCodes[distance] ?? 0, distanceLengths[distance] ?? 0);
    within(DISTANCES, distance, token.distance);
  }
  literal(END_OF_BLOCK);
}

/** What tells a reader the codes of a block: their lengths, themselves in a code. */
class Header {
  readonly #counts: readonly [literals: number, distances: number];
  readonly #runs: readonly Run[];
  readonly #lengths: readonly number[];
  /** How many code lengths of the code of code lengths are written. */
  readonly #written: number;
  /** In bits. */
  readonly size: number;

  constructor(literals: readonly number[], distances: readonly number[]) {
    const [one, two] = [withoutTail(literals), withoutTail(distances)];
    this.#counts = [one.length, two.length];
    this.#runs = [...runsOf(one), ...runsOf(two)];
    const often: Tally = Array.from({ length: 19 }, () => 0);
    for (const { symbol } of this.#runs) increase(often, symbol);
    const lengths = codeLengths(often, 7);
    this.#lengths = lengths;
    this.#written = Math.max(4, CODE_LENGTH_ORDER.findLastIndex((symbol) => lengths[symbol]) + 1);
    const extra = this.#runs.reduce((sum, run) => sum + run.extra, 0);
    this.size = 5 + 5 + 4 + 3 * this.#written + bitsOf(often, lengths) + extra;
  }

  write(writer: BitWriter): void {
    writer.write(this.#counts[0] - 257, 5);
    writer.write(this.#counts[1] - 1, 5);
    writer.write(this.#written - 4, 4);
    for (const symbol of CODE_LENGTH_ORDER.slice(0, this.#written)) {
      writer.write(this.#lengths[symbol] ?? 0, 3);
    }
    const codes = canonicalCodes(this.#lengths);
    for (const { symbol, value, extra } of this.#runs) {
      writer.writeCode(codes[symbol] ?? 0, this.#lengths[symbol] ?? 0);
      writer.write(value, extra);
    }
  }
}

function withoutTail(lengths: readonly number[]): readonly number[] {
  return lengths.slice(0, lengths.findLastIndex((length) => length > 0) + 1);
}

/** Lengths as runs: 16 repeats the one before 3 to 6 times, 17 and 18 stand for many zeros. */
function runsOf(lengths: readonly number[]): Run[] {
  const runs: Run[] = [];
  let before = -1;
  for (let at = 0; at < lengths.length;) {
    const length = lengths[at] ?? 0;
    const most = length === 0 ? 138 : length === before ? 6 : 7;
    let times = 1;
    while (times < most && lengths[at + times] === length) times += 1;
    runs.push(...runOf(length, times, length === before));
    before = length;
    at += times;
  }
  return runs;
}

function runOf(length: number, times: number, known: boolean): Run[] {
  const plain = { symbol: length, value: 0, extra: 0 };
  if (times < (length === 0 || known ? 3 : 4)) return Array.from({ length: times }, () => plain);
  if (length === 0 && times <= 10) return [{ symbol: 17, value: times - 3, extra: 3 }];
  if (length === 0) return [{ symbol: 18, value: times - 11, extra: 7 }];
  if (known) return [{ symbol: 16, value: times - 3, extra: 2 }];
  return [plain, { symbol: 16, value: times - 4, extra: 2 }];
}

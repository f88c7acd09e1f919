/**
 * What deflate's symbols stand for (RFC 1951, 3.2.5 to 3.2.7).
 *
 * @module
 */

/** The symbol that ends a block. */
export const END_OF_BLOCK = 256;

/** A symbol for the numbers from `base` on, told apart by so many extra bits. */
export interface Range {
  base: number;
  extra: number;
}

function ranges(first: number, extras: readonly number[]): Range[] {
  let base = first;
  return extras.map((extra) => {
    const range = { base, extra };
    base += 2 ** extra;
    return range;
  });
}

const steps = (each: number, most: number) =>
  Array.from({ length: most * each }, (_, at) => 1 + Math.floor(at / each));

/** Lengths from 3 to 258 bytes; their symbols begin at 257. */
export const LENGTHS: readonly Range[] = [
  ...ranges(3, [0, 0, 0, 0, 0, 0, 0, 0, ...steps(4, 5)]),
  { base: 258, extra: 0 },
];

/** Distances from 1 to 32768 bytes. */
export const DISTANCES: readonly Range[] = ranges(1, [0, 0, 0, 0, ...steps(2, 13)]);

/** The order in which the lengths of the code of code lengths are written. */
export const CODE_LENGTH_ORDER: readonly number[] = [
  16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
];

/** The fixed code of literals and lengths: bits for each of its 288 symbols. */
export const FIXED_LITERALS: readonly number[] = Array.from({ length: 288 }, (_, symbol) => {
  if (symbol < 144) return 8;
  if (symbol < 256) return 9;
  return symbol < 280 ? 7 : 8;
});

/** The fixed code of distances: five bits each. */
export const FIXED_DISTANCES: readonly number[] = Array.from({ length: 30 }, () => 5);

/** The last symbol whose numbers begin at or below a number. */
export function symbolFor(table: readonly Range[], number: number): number {
  return table.findLastIndex(({ base }) => base <= number);
}

/** The codes of some lengths, as numbers whose highest bit comes first; 0 for what has none. */
export function canonicalCodes(lengths: readonly number[]): number[] {
  const next: number[] = [];
  let code = 0;
  for (let bits = 1; bits <= 15; bits += 1) {
    next[bits] = code;
    code = (code + lengths.filter((length) => length === bits).length) << 1;
  }
  return lengths.map((bits) => {
    if (bits === 0) return 0;
    const mine = next[bits] ?? 0;
    next[bits] = mine + 1;
    return mine;
  });
}

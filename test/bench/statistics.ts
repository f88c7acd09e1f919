/**
 * What is told of figures that were measured more than once.
 *
 * @module
 */

/** A middle, and how far the figures lie around it. */
export interface Spread {
  median: number;
  least: number;
  most: number;
}

/** The middle of some numbers; the greater of two that share it. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The middle of some numbers with the least and the greatest of them. */
export function spreadOf(values: readonly number[]): Spread {
  return { median: median(values), least: Math.min(...values), most: Math.max(...values) };
}

/** A number to so many significant digits, three unless told. */
export function rounded(value: number, digits = 3): number {
  return Number(value.toPrecision(digits));
}

/**
 * Two lists set side by side: what stands in both, in order, and what in one alone.
 *
 * @module
 */

/** An entry of one list or of both. */
export interface Aligned<Item> {
  /** `missing` stands in the first list alone, `extra` in the second alone. */
  kind: 'same' | 'missing' | 'extra';
  item: Item;
}

/** Aligns two lists along their longest common subsequence. @param key what makes two items the same */
export function align<Item>(
  first: readonly Item[],
  second: readonly Item[],
  key: (item: Item) => string,
): Aligned<Item>[] {
  const left = first.map(key);
  const right = second.map(key);
  const lengths = commonLengths(left, right);
  const rows: Aligned<Item>[] = [];
  let [i, j] = [0, 0];
  while (i < left.length || j < right.length) {
    const [one, other] = [first[i], second[j]];
    if (one !== undefined && other !== undefined && left[i] === right[j]) {
      rows.push({ kind: 'same', item: one });
      i += 1;
      j += 1;
    } else if (
      one !== undefined &&
      (other === undefined || lengths(i + 1, j) >= lengths(i, j + 1))
    ) {
      rows.push({ kind: 'missing', item: one });
      i += 1;
    } else if (other !== undefined) {
      rows.push({ kind: 'extra', item: other });
      j += 1;
    }
  }
  return rows;
}

/** How long the longest common subsequence is from two places on. */
function commonLengths(left: string[], right: string[]): (i: number, j: number) => number {
  const width = right.length + 1;
  const table = new Uint16Array((left.length + 1) * width);
  const at = (i: number, j: number): number => table[i * width + j] ?? 0;
  for (let i = left.length - 1; i >= 0; i -= 1)
    for (let j = right.length - 1; j >= 0; j -= 1)
      table[i * width + j] =
        left[i] === right[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  return at;
}

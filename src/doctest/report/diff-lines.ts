/**
 * What changed between two snippets, line by line.
 *
 * @module
 */

/** A line of the later text, or one that is gone: lines from 1 within the later text. */
export interface LineChange {
  kind: 'added' | 'removed';
  /** The line that was added, or before which one was removed. */
  line: number;
  text: string;
}

/** The changes from one text to another, by their longest common run of lines. */
export function diffLines(before: string, after: string): LineChange[] {
  const old = before.split('\n');
  const now = after.split('\n');
  const lengths = commonLengths(old, now);
  const changes: LineChange[] = [];
  let left = 0;
  let right = 0;
  while (left < old.length || right < now.length) {
    if (left < old.length && right < now.length && old[left] === now[right]) {
      left += 1;
      right += 1;
    } else if (
      right < now.length &&
      (left === old.length || at(lengths, left, right + 1) >= at(lengths, left + 1, right))
    ) {
      changes.push({ kind: 'added', line: right + 1, text: now[right] ?? '' });
      right += 1;
    } else {
      changes.push({ kind: 'removed', line: right + 1, text: old[left] ?? '' });
      left += 1;
    }
  }
  return changes;
}

function commonLengths(old: string[], now: string[]): number[][] {
  const lengths = Array.from({ length: old.length + 1 }, () =>
    new Array<number>(now.length + 1).fill(0),
  );
  for (let left = old.length - 1; left >= 0; left -= 1) {
    for (let right = now.length - 1; right >= 0; right -= 1) {
      const row = lengths[left];
      if (!row) continue;
      row[right] =
        old[left] === now[right]
          ? at(lengths, left + 1, right + 1) + 1
          : Math.max(at(lengths, left + 1, right), at(lengths, left, right + 1));
    }
  }
  return lengths;
}

function at(lengths: number[][], left: number, right: number): number {
  return lengths[left]?.[right] ?? 0;
}

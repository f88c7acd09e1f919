/**
 * How alike two words are.
 *
 * @module
 */

/** The most similar of several words, best first: at most `n`, none less alike than `cutoff`. @models difflib:get_close_matches */
export function getCloseMatches(
  word: string,
  possibilities: Iterable<string>,
  n = 3,
  cutoff = 0.6,
): string[] {
  return Array.from(possibilities, (possibility) => ({
    possibility,
    score: ratio(possibility, word),
  }))
    .filter(({ score }) => score >= cutoff)
    .toSorted(
      (one, other) => other.score - one.score || compare(other.possibility, one.possibility),
    )
    .slice(0, n)
    .map(({ possibility }) => possibility);
}

/** 1 for the same word, 0 where no letter is shared. @models difflib:SequenceMatcher.ratio */
export function ratio(one: string, other: string): number {
  const length = one.length + other.length;
  return length === 0 ? 1 : (2 * matching(one, other)) / length;
}

/** How many letters match: those of the longest common piece, and of what stands before and behind it. @models difflib:SequenceMatcher.get_matching_blocks */
function matching(one: string, other: string): number {
  for (let size = Math.min(one.length, other.length); size > 0; size -= 1) {
    for (let start = 0; start + size <= one.length; start += 1) {
      const found = other.indexOf(one.slice(start, start + size));
      if (found < 0) continue;
      const before = matching(one.slice(0, start), other.slice(0, found));
      const after = matching(one.slice(start + size), other.slice(found + size));
      return before + size + after;
    }
  }
  return 0;
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/**
 * How a resolver looks for the entry that matches: one by one as Django does, or by an index
 * that gives the same answer. Whoever watches the calls has to see Django's.
 *
 * @module
 */

const FEWEST = 9;

let fewest = FEWEST;

/** How many entries a URLconf needs for an index to be worth it. */
export function fewestIndexed(): number {
  return fewest;
}

/**
 * Uses an index from so many entries on, and gives what goes back to the number before;
 * `Infinity` has every URLconf walked as Django walks it, call for call.
 */
export function indexFrom(count: number): () => void {
  const before = fewest;
  fewest = count;
  return () => {
    fewest = before;
  };
}

/**
 * Work on many things, on one more at a time than there are processors: while a snippet waits, or the
 * thread that hands work out is busy, no processor is idle.
 *
 * @module
 */

import { availableParallelism } from 'node:os';

/** Results in the order of the things. */
export async function sideBySide<Thing, Result>(
  things: Thing[],
  work: (thing: Thing) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const queue = [...things.entries()];
  const next = async (): Promise<void> => {
    for (let first = queue.shift(); first; first = queue.shift())
      results[first[0]] = await work(first[1]);
  };
  await Promise.all(Array.from({ length: availableParallelism() + 1 }, next));
  return results;
}

/**
 * Work on many things, as much of it at a time as there are processors.
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
  await Promise.all(Array.from({ length: availableParallelism() }, next));
  return results;
}

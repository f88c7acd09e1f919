/**
 * What is made of the measurements, and whether it is enough.
 *
 * @module
 */

import { rounded, type Spread, spreadOf } from '../statistics.ts';
import type { Task } from './cases.ts';
import type { Heap } from './heap.ts';
import type { Measured } from './measure.ts';

/** One thing that was measured; times are processor time in microseconds. */
export interface Figure extends Task {
  runtime: Spread;
  /** `null` where there is no Django. */
  django: Spread | null;
  /** How many times Django's time the runtime's is. */
  ratio: number | null;
  /** The ratio to reach; `null` for none. */
  least: number | null;
}

/** The ratios to reach. */
const LEAST_OF_REQUEST = 12;
const LEAST_OF_MIX = 15;
const LEAST_OF_RESOLVE: Readonly<Record<string, number>> = {
  10: 10,
  100: 25,
  1000: 200,
  10000: 3000,
};

/** How much more resolving may cost in the greatest table than in the least. */
export const MOST_GROWTH = 1.5;

/** How many bytes may stay behind for each request. */
export const MOST_KEPT = 1;

/** How long setting up may take, in milliseconds of processor time. */
export const MOST_SETUP = 20;

/** The figure of a task, of what was measured round by round. */
export function figureOf(
  task: Task,
  runtime: readonly Measured[],
  django: readonly Measured[],
): Figure {
  const [ours, theirs] = [microseconds(runtime), microseconds(django)];
  const ratio = theirs === null || ours === null ? null : rounded(theirs.median / ours.median);
  if (ours === null) throw new Error(`Nobody measured ${task.kind} ${task.of}.`);
  return { ...task, runtime: ours, django: theirs, ratio, least: leastOf(task) };
}

function microseconds(rounds: readonly Measured[]): Spread | null {
  if (rounds.length === 0) return null;
  const { median, least, most } = spreadOf(
    rounds.map(({ count, seconds }) => (seconds / count) * 1e6),
  );
  return { median: rounded(median), least: rounded(least), most: rounded(most) };
}

function leastOf({ kind, of }: Task): number | null {
  switch (kind) {
    case 'request':
      return LEAST_OF_REQUEST;
    case 'mix':
      return LEAST_OF_MIX;
    case 'resolve':
      return LEAST_OF_RESOLVE[of] ?? null;
    case 'reverse':
      return null;
  }
}

/** What resolving costs in the greatest table, over what it costs in the least. */
export function growthOf(figures: readonly Figure[]): number {
  const resolving = figures.filter(({ kind }) => kind === 'resolve');
  const [first, last] = [resolving[0], resolving.at(-1)];
  return first && last ? rounded(last.runtime.median / first.runtime.median) : Number.NaN;
}

/** How many bytes each request left behind, from the first point on; the heap is warm by then. */
export function keptPerRequest(heaps: readonly Heap[]): number {
  const [first, last] = [heaps[0], heaps.at(-1)];
  if (!first || !last || first === last) return Number.NaN;
  return rounded((last.used - first.used) / (last.steps - first.steps));
}

/** What falls short, each in a sentence. */
export function shortfalls(
  figures: readonly Figure[],
  kept: number | null,
  setup: Spread,
): string[] {
  const slow = figures
    .filter(({ ratio, least }) => ratio !== null && least !== null && ratio < least)
    .map(
      ({ kind, of, ratio, least }) =>
        `${kind} ${of} is ${ratio} times as fast, not at least ${least}`,
    );
  const growth = growthOf(figures);
  return [
    ...slow,
    ...(growth > MOST_GROWTH
      ? [
          `resolving costs ${growth} times as much in the greatest table, not at most ${MOST_GROWTH}`,
        ]
      : []),
    ...(kept !== null && kept > MOST_KEPT
      ? [`each request leaves ${kept} bytes behind, not at most ${MOST_KEPT}`]
      : []),
    ...(setup.median > MOST_SETUP
      ? [`setting up takes ${setup.median} ms, not at most ${MOST_SETUP}`]
      : []),
  ];
}

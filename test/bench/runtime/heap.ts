/**
 * Whether anything stays behind.
 *
 * @module
 */

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Step } from './measure.ts';

/** What is in use once all garbage is gone, in bytes. */
export interface Heap {
  /** After how many steps. */
  steps: number;
  used: number;
}

/** Takes so many steps and looks at the heap at so many points, evenly spread, the last at the end. */
export function heapAfter(step: Step, steps: number, points: number): Heap[] {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const found: Heap[] = [];
  for (let taken = 0, point = 1; point <= points; point += 1) {
    const next = Math.round((steps * point) / points);
    for (; taken < next; taken += 1) step.run();
    collect();
    found.push({ steps: taken, used: process.memoryUsage().heapUsed });
  }
  return found;
}

/**
 * The clock, injected: what asks for the time gets what it was given.
 *
 * @module
 */

import { PerProcess } from './process.ts';

/** Tells the time in seconds since 1970, as Python's `time.time()` does. */
export type Clock = () => number;

const clock = new PerProcess<Clock>(() => () => Date.now() / 1000);

/** Seconds since 1970. @models time:time */
export function time(): number {
  return clock.value();
}

/** Puts another clock in place for the rest of this process. */
export function setClock(other: Clock): void {
  clock.value = other;
}

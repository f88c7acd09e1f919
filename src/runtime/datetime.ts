/**
 * Spans of time, after Python's `datetime`. A moment is a `Date`.
 *
 * @module
 */

import { time } from './time.ts';

/** What Python's keyword arguments of a `timedelta` are. */
export interface TimedeltaParts {
  weeks?: number;
  days?: number;
  hours?: number;
  minutes?: number;
  seconds?: number;
}

/** A span of time. @models datetime:timedelta */
export class Timedelta {
  readonly #seconds: number;

  constructor({ weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0 }: TimedeltaParts) {
    this.#seconds = ((weeks * 7 + days) * 24 + hours) * 3600 + minutes * 60 + seconds;
  }

  /** The span in seconds. @models datetime:timedelta.total_seconds */
  totalSeconds(): number {
    return this.#seconds;
  }
}

/** The moment that the clock shows. @models datetime:datetime.now */
export function now(): Date {
  return new Date(time() * 1000);
}

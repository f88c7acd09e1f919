/**
 * The part of `npm run oracle` that records the book's Django fences.
 *
 * @module
 */

import { book } from '../../../../doctest.config.ts';
import { JudgeMissingError } from '../../judge-missing-error.ts';
import { installDjango } from '../installation.ts';
import { recordFences, type RecordedFences, type RecordingOptions } from './record-fences.ts';
import { FenceRecordings } from './recordings.ts';

/** That real Django is not at hand, and why. */
export interface MissingDjango {
  missing: string;
}

/** Records the fences of this book; fetches Django where it is not at hand. */
export async function recordBookFences(
  options: RecordingOptions,
): Promise<RecordedFences | MissingDjango> {
  try {
    return await recordFences(book, installDjango(), new FenceRecordings(), options);
  } catch (error) {
    if (error instanceof JudgeMissingError) return { missing: error.message };
    throw error;
  }
}

/** What the command says of it, line by line. */
export function describeFences(outcome: RecordedFences | MissingDjango, wrote: boolean): string[] {
  if ('missing' in outcome) return [`oracle: fences not recorded; ${outcome.missing}`];
  const { fences, changes, failures, others } = outcome;
  const count = `${fences} ${fences === 1 ? 'fence' : 'fences'}`;
  return [
    ...failures,
    ...changes,
    ...others.map(
      ({ file, recorded, asked }) =>
        `oracle: ${file} was recorded on Python ${recorded} and asked on ${asked}`,
    ),
    failures.length > 0
      ? `oracle: real Django contradicts the book ${failures.length} times, in ${count}`
      : changes.length === 0
        ? `oracle: real Django does what is recorded of ${count}`
        : `oracle: ${changes.length} recordings of fences differ, of ${count}${wrote ? '; written' : '; --write records them'}`,
  ];
}

/** The exit code that it comes to: in CI Django must be at hand. */
export function fencesCode(outcome: RecordedFences | MissingDjango, wrote: boolean): number {
  if ('missing' in outcome) return process.env['CI'] ? 1 : 0;
  if (outcome.failures.length > 0) return 1;
  return outcome.changes.length === 0 || wrote ? 0 : 1;
}

/**
 * The part of `npm run oracle` that records where cited names and lines stand.
 *
 * @module
 */

import { join } from 'node:path';
import { book } from '../../../doctest.config.ts';
import { installDjango } from '../django/installation.ts';
import { JudgeMissingError } from '../judge-missing-error.ts';
import { findCPython } from './judges.ts';
import { originalsOf, RECORDINGS } from './originals.ts';
import { recordPlaces, type PlacesOutcome } from './record-places.ts';

/** That real Django is not at hand, and why. */
export interface NoPlaces {
  missing: string;
}

/** Records the places of this book; fetches Django where it is not at hand. */
export function recordBookPlaces(write: boolean): PlacesOutcome | NoPlaces {
  try {
    return recordPlaces({
      book,
      tags: originalsOf(book.root).tags,
      folder: join(book.root, RECORDINGS),
      django: installDjango(),
      cpython: findCPython(),
      write,
    });
  } catch (error) {
    if (error instanceof JudgeMissingError) return { missing: error.message };
    throw error;
  }
}

/** What the command says of it, line by line. */
export function describePlaces(outcome: PlacesOutcome | NoPlaces, wrote: boolean): string[] {
  if ('missing' in outcome) return [`oracle: places not recorded; ${outcome.missing}`];
  const { names, lines, changes, failures, kept } = outcome;
  const count = `${names} names and ${lines} lines`;
  return [
    ...failures,
    ...changes,
    ...(kept === undefined ? [] : [`oracle: ${kept}`]),
    failures.length > 0
      ? `oracle: ${failures.length} of the cited lines are not there`
      : changes.length === 0
        ? `oracle: ${count} stand where they are recorded`
        : `oracle: ${changes.length} places differ, of ${count}${wrote ? '; written' : '; --write records them'}`,
  ];
}

/** The exit code that it comes to: in CI Django must be at hand. */
export function placesCode(outcome: PlacesOutcome | NoPlaces, wrote: boolean): number {
  if ('missing' in outcome) return process.env['CI'] ? 1 : 0;
  if (outcome.failures.length > 0) return 1;
  return outcome.changes.length === 0 || wrote ? 0 : 1;
}

/**
 * With what to go on.
 *
 * @module
 */

import { isMarked, type Place, type Progress } from './progress.ts';

/** Where to go on: at a section, or at the top of a chapter. */
export type Goal = Pick<Place, 'chapter' | 'anchor' | 'section'>;

/**
 * The place where the reader left off, or after the end of a chapter the next one that is not
 * read. `chapters` are those of this edition, in reading order; nothing where none is left.
 */
export function resume(progress: Progress, chapters: readonly string[]): Goal | undefined {
  const { place } = progress;
  const at = place ? chapters.indexOf(place.chapter) : -1;
  if (!place || at === -1) return undefined;
  if (!place.done) return place;
  const next = chapters.slice(at + 1).find((chapter) => !isMarked(progress, 'read', chapter));
  return next === undefined ? undefined : { chapter: next, anchor: '', section: '' };
}

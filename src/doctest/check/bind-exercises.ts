/**
 * Binds exercises to chapters: each stands in one, and each that a chapter names is there.
 *
 * @module
 */

import { FailureList } from '../failure.ts';
import type { Chapter, Failure } from '../model.ts';
import { exerciseId } from '../parse/exercise.ts';

/**
 * What is wrong with the places of exercises.
 *
 * @param files those of the exercises that there are
 * @param chapters those of the book that can be read
 * @param isWhole whether that is all of them: else one that cannot be read may have what is missing
 */
export function bindExercises(files: string[], chapters: Chapter[], isWhole: boolean): Failure[] {
  const ids = new Map(files.map((file) => [exerciseId(file), file]));
  const carried = new Map<string, string>();
  const misplaced = chapters.flatMap(({ file, exercises }) => {
    const failures = new FailureList(file);
    for (const { id, place } of exercises) {
      const before = carried.get(id);
      if (!ids.has(id)) failures.add(place, `There is no exercise "${id}".`, { id });
      else if (before)
        failures.add(place, `The exercise "${id}" stands in the book already, at ${before}.`, {
          id,
        });
      carried.set(id, before ?? `${file}:${place.line}`);
    }
    return failures.failures;
  });
  const unused = [...ids].flatMap(([id, file]) => {
    const message = `No chapter has this exercise: write <Exercise id="${id}" /> where it belongs.`;
    return carried.has(id) || !isWhole ? [] : [{ file, line: 1, column: 1, id, message }];
  });
  return [...misplaced, ...unused];
}

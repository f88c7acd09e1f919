/**
 * Everything of the book that is compiled: its chapters, and the attempts at its exercises.
 *
 * @module
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { book } from '../../../doctest.config.ts';
import { attemptsOf } from '../../../src/doctest/compile/attempt.ts';
import { Engine } from '../../../src/doctest/engine.ts';
import { listChapters } from '../../../src/doctest/list-chapters.ts';
import type { Chapter } from '../../../src/doctest/model.ts';
import { parseExercise } from '../../../src/doctest/parse/exercise.ts';

/** Each under a name of its own. */
export function bookTexts(): [name: string, chapter: Chapter][] {
  const engine = new Engine(book);
  const chapters = engine.files().map((file): [string, Chapter] => [file, engine.read(file)]);
  const exercises = book.exercises === undefined ? [] : listChapters(book.root, book.exercises);
  const attempts = exercises.flatMap((file) => {
    const exercise = parseExercise(file, readFileSync(join(book.root, file), 'utf8'));
    return attemptsOf(exercise).map(({ answer, chapter }): [string, Chapter] => [
      `${file}#${answer.id}`,
      chapter,
    ]);
  });
  return [...chapters, ...attempts];
}

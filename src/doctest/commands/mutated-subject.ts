/**
 * What expectations are changed in: a chapter, or an exercise with its solution as the answer.
 *
 * @module
 */

import { attemptsOf } from '../compile/attempt.ts';
import type { Engine } from '../engine.ts';
import type { Chapter, Exercise } from '../model.ts';
import { parseChapter } from '../parse/chapter.ts';
import { parseExercise } from '../parse/exercise.ts';

/** A chapter, and how to read it again from another text. */
export interface Subject {
  chapter: Chapter;
  /** @throws {ChapterError} */
  parse: (source: string) => Chapter;
}

/** What a file is to mutations. @throws {ChapterError} */
export function subjectOf(engine: Engine, file: string): Subject {
  return engine.exercises.has(file)
    ? {
        chapter: solved(engine.exercises.read(file)),
        parse: (source) => solved(parseExercise(file, source)),
      }
    : { chapter: engine.read(file), parse: (source) => parseChapter(file, source) };
}

function solved(exercise: Exercise): Chapter {
  const [solution] = attemptsOf(exercise);
  if (!solution) throw new Error(`The exercise ${exercise.id} has no solution.`);
  return solution.chapter;
}

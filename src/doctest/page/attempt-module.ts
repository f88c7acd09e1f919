/**
 * A reader's answer to an exercise, with the checks below it, as a module that a page can run: made
 * as the build makes its own attempts.
 *
 * @module
 */

import { attempt } from '../compile/attempt.ts';
import type { Chapter, CheckView, Exercise, ExerciseView } from '../model.ts';
import { compileForPage, type ChangedModule } from './compile-for-page.ts';
import type { PageSnippet } from './data.ts';
import { chapterOf, lineWithin } from './page-chapter.ts';

/** The id of the fence with a reader's answer. */
export const ANSWER = 'answer';

/** An attempt: the chapter that is made of an answer and the checks. */
export interface PageAttempt {
  chapter: Chapter;
  /** The checks in order, each with its scene in the module and the ordinal of its fence there. */
  runs: { check: CheckView; scene: number; last: number }[];
}

/** Puts an answer together with all checks. */
export function attemptOf(view: ExerciseView, code: string): PageAttempt {
  const exercise = exerciseOf(view, code);
  const { chapter } = attempt(exercise, exercise.starter);
  const runs = view.checks.map((check, scene) => ({
    check,
    scene,
    last: chapter.fences.find(({ id }) => id === check.id)?.ordinal ?? -1,
  }));
  return { chapter, runs };
}

/** Compiles an attempt. @throws {ChapterError} with every mistake in the answer, once for each check. */
export function compileAttempt({ chapter }: PageAttempt): ChangedModule {
  return compileForPage(chapter, ANSWER);
}

/** Where in an attempt a line of its chapter lies: in which fence, and on which line of that. */
export function placeIn(
  { chapter }: Pick<PageAttempt, 'chapter'>,
  line: number,
): { fence: string; line: number } {
  const fence = chapter.fences
    .toSorted((one, other) => one.place.line - other.place.line)
    .findLast(({ place }) => place.line <= line);
  return fence ? { fence: fence.id, line: lineWithin(fence, line) } : { fence: '', line };
}

/** The exercise, with the answer where the starter was. */
function exerciseOf({ id, setup, checks }: ExerciseView, code: string): Exercise {
  const snippets = [
    ...setup.map((given, index) => snippet(`setup-${index + 1}`, given)),
    snippet(ANSWER, code),
    ...checks.map((check) => ({
      ...snippet(check.id, check.code, check.timeout),
      ...outputOf(check),
    })),
  ].map((one, ordinal): PageSnippet => ({ ...one, ordinal }));
  const text = chapterOf(`exercises/${id}`, snippets);
  const [answer, ...below] = text.fences.slice(setup.length);
  if (!answer) throw new Error(`The exercise ${id} has no place for an answer.`);
  return {
    id,
    text,
    language: 'ts',
    setup: text.fences.slice(0, setup.length),
    starter: answer,
    checks: below,
    solution: answer,
    wrong: [],
  };
}

function snippet(id: string, code: string, timeout?: number): Omit<PageSnippet, 'ordinal'> {
  return { id, code, flags: timeout === undefined ? {} : { timeout } };
}

function outputOf({ output }: CheckView): Pick<PageSnippet, 'output'> {
  return output === undefined ? {} : { output };
}

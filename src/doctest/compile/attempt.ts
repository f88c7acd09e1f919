/**
 * An attempt at an exercise, as a chapter: an answer, and every check of the exercise under it.
 *
 * @module
 */

import type { Chapter, Exercise, Fence } from '../model.ts';

/** An attempt, and the fences that it is made of. */
export interface Attempt {
  answer: Fence;
  /** Its fences are copies: ordinals are of the attempt's own, places are those of the exercise. */
  chapter: Chapter;
}

/**
 * Tries an answer. In TypeScript each check is a scene of its own, with a copy of the answer: what
 * one check does to it, the next does not find. Python has one session for all of them, for there
 * a scene may be a process.
 *
 * @param first the ordinal of its first fence: attempts that run together have different ones
 */
export function attempt(exercise: Exercise, answer: Fence, first = 0): Attempt {
  const { setup, checks, language, text } = exercise;
  const before = [...setup, answer];
  const scenes =
    language === 'ts' ? checks.map((check) => [...before, check]) : [[...before, ...checks]];
  const fences = scenes.flatMap((scene, index) =>
    scene.map((fence) => copyOf(fence, `${answer.id}-${index + 1}`, answer !== exercise.solution)),
  );
  for (const [index, fence] of fences.entries()) fence.ordinal = first + index;
  return { answer, chapter: { ...text, fences, attempt: answer.id } };
}

/** The attempts by which an exercise is judged: its solution first, its starter, and what is wrong. */
export function attemptsOf(exercise: Exercise): Attempt[] {
  const attempts: Attempt[] = [];
  let first = 0;
  for (const answer of [exercise.solution, exercise.starter, ...exercise.wrong]) {
    const made = attempt(exercise, answer, first);
    first += made.chapter.fences.length;
    attempts.push(made);
  }
  return attempts;
}

/** An answer that fails need not enter the runtime: `hollow` says that it may not. */
function copyOf(fence: Fence, scene: string, hollow: boolean): Fence {
  const { 'type-error': _refused, ...flags } = fence.flags;
  return {
    ...fence,
    flags: { ...flags, scene, ...(hollow && { 'no-runtime': 'an answer that fails' }) },
  };
}

/**
 * What pages are given to show of an exercise, and to judge a reader's answer by.
 *
 * @module
 */

import type { BookOptions } from '../book.ts';
import type { Exercise, ExercisePart, ExerciseView, Fence, SnippetView } from '../model.ts';
import type { JudgedExercise } from '../run/judge-exercise.ts';
import { snippetViews } from './snippet-views.ts';
import { blankReport } from './snippet-report.ts';

/**
 * The views of an exercise's parts, by the ordinal of their fences: how they came out with the
 * solution as the answer. What is hidden has no view.
 */
export function partViews(judged: JudgedExercise, options: BookOptions): Map<number, SnippetView> {
  const { exercise, tried } = judged;
  if (!exercise) return new Map();
  const { text, id: name } = exercise;
  const reports = tried[0]?.snippets ?? [];
  const snippets = text.fences.map((fence) => {
    const found = reports.find(({ id }) => id === fence.id);
    return { ...(found ?? blankReport(fence, 'shown')), ordinal: fence.ordinal, failures: [] };
  });
  const views = snippetViews({ ...judged, chapter: text, snippets }, options);
  for (const fence of text.fences) {
    const view = views.get(fence.ordinal);
    const part = partOf(exercise, fence);
    if (!view || !part) continue;
    if (part === 'hidden') views.delete(fence.ordinal);
    else views.set(fence.ordinal, { ...view, id: `${name}-${view.id}`, ...titleOf(fence), part });
  }
  return views;
}

/** An exercise as a page works with it: everything, also what it does not show. */
export function exerciseView(exercise: Exercise): ExerciseView {
  const { id, language, setup, starter, checks, solution } = exercise;
  return {
    id,
    language,
    ...(starter.flags.env !== undefined && { env: starter.flags.env }),
    setup: setup.map(({ code }) => code),
    starter: starter.code,
    checks: checks.map(({ id: name, code, output, flags: { title, hidden, timeout } }) => ({
      id: name,
      code,
      ...(title !== undefined && { title }),
      ...(hidden !== undefined && { hint: hidden }),
      ...(output && { output: output.code }),
      ...(timeout !== undefined && { timeout }),
    })),
    solution: solution.code,
  };
}

function partOf(
  { checks, solution, starter, wrong }: Exercise,
  fence: Fence,
): ExercisePart | 'hidden' | undefined {
  if (fence === starter) return 'starter';
  if (fence === solution) return 'solution';
  if (wrong.includes(fence)) return 'wrong';
  if (checks.includes(fence)) return fence.flags.hidden === undefined ? 'check' : 'hidden';
  return fence.flags.setup ? 'setup' : undefined;
}

/** A wrong answer is headed by why it is wrong. */
function titleOf({ flags }: Fence): Pick<SnippetView, 'title'> {
  return flags.wrong === undefined ? {} : { title: flags.wrong };
}

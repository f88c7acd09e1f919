/**
 * Holds an exercise to what it promises: its solution passes every check, its starter does not, and
 * each hidden check catches a wrong answer that those shown let through.
 *
 * @module
 */

import type { Attempt } from '../compile/attempt.ts';
import { FailureList } from '../failure.ts';
import type { Exercise, Failure, Fence, SnippetReport, SnippetStatus } from '../model.ts';

/** An attempt with a report on each of its fences. */
interface Tried extends Attempt {
  snippets: SnippetReport[];
}

/** What a writer has to mend in an exercise whose answers have been tried, the solution first. */
export function bindAnswers(exercise: Exercise, tried: Tried[]): Failure[] {
  const failures = new FailureList(exercise.text.file);
  const complain = ({ place, id }: Fence, message: string) => failures.add(place, message, { id });
  const [solution, starter, ...wrong] = tried;
  const missed = solution ? missedBy(exercise, solution) : [];
  if (missed.length > 0) return missed;
  if (starter && passes(exercise.checks, starter))
    complain(exercise.starter, 'The starter passes every check: nothing is left to do.');
  for (const attempt of wrong) {
    const shown = exercise.checks.filter(({ flags }) => flags.hidden === undefined);
    const caught = shown.find((check) => statusOf(check, attempt) !== 'passed');
    if (caught)
      complain(
        attempt.answer,
        `This wrong answer fails a check that is shown, "${caught.flags.title}". Keep one that only hidden checks catch.`,
      );
    else if (passes(exercise.checks, attempt))
      complain(
        attempt.answer,
        'This wrong answer passes every check: it is right, or a hidden check is missing.',
      );
  }
  for (const check of exercise.checks) {
    if (check.flags.hidden === undefined) continue;
    if (wrong.some((attempt) => statusOf(check, attempt) === 'failed')) continue;
    complain(
      check,
      'No wrong answer fails this hidden check. Keep one that does (wrong="why"), or leave the check out.',
    );
  }
  return failures.failures;
}

/** What the solution fails, each once: it may stand in a scene for every check. */
function missedBy({ checks }: Exercise, { snippets }: Tried): Failure[] {
  const ids = checks.map(({ id }) => id);
  const missed = new Map<string, Failure>();
  for (const { failures } of snippets) {
    for (const failure of failures) {
      const { line, column, message, id } = failure;
      const lead = ids.includes(id) ? 'The solution fails this check. ' : '';
      missed.set(`${id} ${line}:${column} ${message}`, {
        ...failure,
        message: `${lead}${message}`,
      });
    }
  }
  return [...missed.values()];
}

function passes(checks: Fence[], attempt: Tried): boolean {
  return checks.every((check) => statusOf(check, attempt) === 'passed');
}

/** How a check came out; where the answer throws by itself, no check is reached. */
function statusOf({ id }: Fence, { snippets }: Tried): SnippetStatus {
  return snippets.find((snippet) => snippet.id === id)?.status ?? 'not-run';
}

/**
 * Judges answers in TypeScript, with the compiler of the build: all checks in one worker, as in the
 * build they share a thread. One that does not end takes the worker with it, and the next gets another.
 *
 * @module
 */

import { ChapterError } from '../../../src/doctest/failure.ts';
import type { ExerciseView, Failure } from '../../../src/doctest/model.ts';
import {
  ANSWER,
  attemptOf,
  compileAttempt,
  placeIn,
  type PageAttempt,
} from '../../../src/doctest/page/attempt-module.ts';
import type { PageModule } from '../../../src/doctest/page/page-chapter.ts';
import { PageRun } from '../../../src/doctest/page/page-run.ts';
import type { Mark } from '../editor/open-editor.ts';
import { SandboxTimeoutError } from '../sandbox/errors.ts';
import { programNamed, sandboxFor } from '../sandbox/programs.ts';
import type { Session } from '../sandbox/session.ts';
import type { AnswerJudge, CheckOutcome, Hear, Miss, Outcome } from './outcome.ts';

const LIMIT = 1000;
const LONGEST_LIMIT = 3000;

const sandbox = sandboxFor('exercises');
const program = programNamed('chapter');

/** The judge of an exercise in TypeScript. */
export class TypeScriptJudge implements AnswerJudge {
  readonly #exercise: ExerciseView;

  constructor(exercise: ExerciseView) {
    this.#exercise = exercise;
  }

  warm(): Promise<void> {
    return sandbox.warm(program);
  }

  /** A spare worker weighs little, and serves the page's other exercises too. */
  rest(): void {}

  async judge(code: string, { signal }: { signal: AbortSignal; hear: Hear }): Promise<Outcome> {
    const begun = performance.now();
    const outcome: Outcome = {
      trouble: [],
      checks: [],
      marks: [],
      judge: 'TypeScript',
      milliseconds: 0,
    };
    const attempt = attemptOf(this.#exercise, code);
    let session: Session | undefined;
    try {
      const module = compileAttempt(attempt);
      for (const run of attempt.runs) {
        signal.throwIfAborted();
        if (!session || session.closed) session = await sandbox.open(program);
        const { ok, misses, marks, isReached } = await carryOut(module, run, { session, signal });
        outcome.marks = marks;
        if (isReached) outcome.checks.push({ check: run.check, ok, misses });
        else {
          outcome.trouble = misses;
          break;
        }
      }
    } catch (error) {
      if (!(error instanceof ChapterError)) throw error;
      outcome.trouble = eachOnce(error.failures.map((failure) => missOf(failure, attempt)));
    } finally {
      session?.close();
    }
    outcome.marks.push(...outcome.checks.flatMap(({ misses }) => misses).flatMap(markOf));
    outcome.marks.push(...outcome.trouble.flatMap(markOf));
    outcome.milliseconds = performance.now() - begun;
    return outcome;
  }
}

interface OneRun extends Omit<CheckOutcome, 'check'> {
  /** What the reader expected in the answer. */
  marks: Mark[];
  /** Whether the check was come to: an answer may fail by itself. */
  isReached: boolean;
}

async function carryOut(
  module: PageModule,
  { check, scene, last }: PageAttempt['runs'][number],
  { session, signal }: { session: Session; signal: AbortSignal },
): Promise<OneRun> {
  const run = new PageRun(module, scene, last);
  const limit = Math.min(Math.max(LIMIT, check.timeout ?? 0), LONGEST_LIMIT);
  try {
    await session.ask(run.job, { limit, signal, hear: (event) => run.hear(event) });
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof Error)) throw error;
    run.stop(
      error instanceof SandboxTimeoutError
        ? `Stopped after ${limit / 1000} s: it does not end.`
        : error.message,
    );
  }
  const { report, others } = run.outcome();
  const missed = others.map((failure) => missOf(failure, module));
  const own = missed.filter(({ expected }) => expected !== undefined);
  if (report.status === 'not-run')
    return { ok: false, misses: missed, marks: [], isReached: false };
  return {
    ok: report.status === 'passed',
    misses: report.failures.map((failure) => missOf(failure, module)),
    marks: own.flatMap(markOf),
    isReached: true,
  };
}

/** Where a failure lies: a line of the answer, or of what else it stands in. */
function missOf(
  { line, message, expected, received }: Failure,
  attempt: Pick<PageAttempt, 'chapter'>,
): Miss {
  const place = placeIn(attempt, line);
  return {
    inAnswer: place.fence === ANSWER,
    line: place.line,
    message,
    ...(expected !== undefined && { expected }),
    ...(received !== undefined && { received }),
  };
}

/** An answer stands in a scene for each check, and so do its mistakes. */
function eachOnce(misses: Miss[]): Miss[] {
  return [...new Map(misses.map((miss) => [`${miss.line} ${miss.message}`, miss])).values()];
}

function markOf({ inAnswer, line, message, expected, received }: Miss): Mark[] {
  if (!inAnswer) return [];
  if (expected === undefined) return [{ line, kind: 'error', message }];
  const detail = `- expected  ${expected}\n+ received  ${received ?? ''}`;
  return [{ line, kind: 'failed', message, detail }];
}

/**
 * Judges answers in Python, on real Django where the exercise asks for it: one Python for each
 * answer, since settings can be configured once only. The next one starts while the reader thinks.
 *
 * @module
 */

import type { ExerciseView } from '../../../src/doctest/model.ts';
import type { PythonMismatch, PythonResult } from '../../../src/doctest/python/fence.ts';
import type { PageFence } from '../python/fences.ts';
import { PythonSession } from '../python/session.ts';
import { stateInWords } from '../python/words.ts';
import { SandboxTimeoutError } from '../sandbox/errors.ts';
import type { AnswerJudge, Hear, Miss, Outcome } from './outcome.ts';

/** Milliseconds that a fence may take in a page. */
const LIMIT = 20_000;
const ANSWER = 'answer';

/** The judge of an exercise in Python. */
export class PythonAnswerJudge implements AnswerJudge {
  readonly #exercise: ExerciseView;
  #hasJudged = false;
  #next: { started: Promise<PythonSession>; stop: AbortController } | undefined;

  constructor(exercise: ExerciseView) {
    this.#exercise = exercise;
  }

  /** Python weighs megabytes: it is fetched when an answer is to be judged, not before. */
  async warm(): Promise<void> {
    if (!this.#hasJudged) return;
    if (!this.#next) {
      const stop = new AbortController();
      this.#next = { started: this.#start(stop.signal, () => {}), stop };
    }
    const next = this.#next;
    await next.started.catch((error: unknown) => {
      if (this.#next === next) this.#next = undefined;
      throw error;
    });
  }

  rest(): void {
    this.#next?.stop.abort();
    this.#next?.started.then((session) => session.close()).catch(() => {});
    this.#next = undefined;
  }

  async judge(
    code: string,
    { signal, hear }: { signal: AbortSignal; hear: Hear },
  ): Promise<Outcome> {
    const django = this.#exercise.env !== undefined;
    const session = await this.#take(signal, hear);
    this.#hasJudged = true;
    hear('Checking');
    const begun = performance.now();
    try {
      await session.ask('begin', { file: `exercises/${this.#exercise.id}`, django }, { signal });
      const outcome = await this.#tryAll(session, code, signal);
      const judge = `${django ? 'Django 2.2.28 on ' : ''}CPython ${session.version}`;
      return { ...outcome, judge, milliseconds: performance.now() - begun };
    } finally {
      session.close();
    }
  }

  /** The Python that was started beforehand, or a new one. */
  async #take(signal: AbortSignal, hear: Hear): Promise<PythonSession> {
    const next = this.#next;
    this.#next = undefined;
    if (next) {
      const stop = (): void => next.stop.abort();
      signal.addEventListener('abort', stop);
      try {
        const session = await next.started;
        if (!session.closed) return session;
      } catch {
        signal.throwIfAborted();
      } finally {
        signal.removeEventListener('abort', stop);
      }
    }
    return this.#start(signal, hear);
  }

  #start(signal: AbortSignal, hear: Hear): Promise<PythonSession> {
    return PythonSession.start({
      owner: 'exercise',
      django: this.#exercise.env !== undefined,
      signal,
      hear: (state) => hear(stateInWords(state), state.kind === 'downloading' ? state : undefined),
    });
  }

  async #tryAll(
    session: PythonSession,
    code: string,
    signal: AbortSignal,
  ): Promise<Pick<Outcome, 'trouble' | 'checks' | 'marks'>> {
    const { setup, checks, env } = this.#exercise;
    const fence = (id: string, text: string, output?: string): PageFence => ({
      id,
      code: text,
      line: 1,
      column: 1,
      timeout: LIMIT,
      scene: 0,
      django: env !== undefined,
      ...(output !== undefined && { output }),
    });
    const above = [
      ...setup.map((text, index) => fence(`setup-${index}`, text)),
      fence(ANSWER, code),
    ];
    for (const one of above) {
      const { status, failures } = await runOne(session, one, signal);
      const trouble = failures.map((failure) => missOf(failure, one.id === ANSWER));
      if (status !== 'passed') return { trouble, checks: [], marks: trouble.map(markOf) };
    }
    const outcome: Outcome['checks'] = [];
    for (const check of checks) {
      const { status, failures } = await runOne(
        session,
        fence(check.id, check.code, check.output),
        signal,
      );
      const misses = failures.map((failure) => missOf(failure, false));
      outcome.push({ check, ok: status === 'passed', misses });
      if (session.closed) break;
    }
    return { trouble: [], checks: outcome, marks: [] };
  }
}

async function runOne(
  session: PythonSession,
  fence: PageFence,
  signal: AbortSignal,
): Promise<Pick<PythonResult, 'status' | 'failures'>> {
  try {
    return await session.ask('run', { fence }, { limit: LIMIT, signal });
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof SandboxTimeoutError)) throw error;
    const message = `Stopped after ${LIMIT / 1000} s: it does not end`;
    return { status: 'failed', failures: [{ line: 1, column: 1, message }] };
  }
}

function missOf({ line, message, expected, received }: PythonMismatch, inAnswer: boolean): Miss {
  const sentence = `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
  return {
    inAnswer,
    line,
    message: sentence,
    ...(expected !== undefined && { expected }),
    ...(received !== undefined && { received }),
  };
}

function markOf({ line, message }: Miss): Outcome['marks'][number] {
  return { line, kind: 'error', message };
}

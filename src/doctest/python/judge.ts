/**
 * The judge of Python snippets: CPython by its own doctest module, in a worker thread that is
 * started once, interrupted at its limit and replaced when it does not answer.
 *
 * @module
 */

import type { PythonFence, PythonResult } from './fence.ts';
import { callWithin } from './limit.ts';
import type { FenceRequest } from './protocol.ts';
import { PythonSession } from './session.ts';
import { judgeFence, notRun } from './verdict.ts';

export type { PythonFence, PythonMismatch, PythonResult } from './fence.ts';

/** How long the judge itself may need to open or close a chapter, in milliseconds. */
const HOUSEKEEPING = 5000;

/** What a judge may be told. */
export interface PythonJudgeOptions {
  /** How much a fence may print, in bytes; 65536 by default. */
  outputLimit?: number;
}

/** What the start of Python gave. */
export interface PythonStart {
  /** Such as `3.14.2`. */
  version: string;
  milliseconds: number;
}

/** Python could not be started, or its judge is closed. */
export class PythonJudgeError extends Error {
  override name = 'PythonJudgeError';
}

/** Runs the Python fences of chapters, one chapter at a time. */
export class PythonJudge {
  readonly #outputLimit: number;
  #session: PythonSession | undefined;
  #started: Promise<PythonStart> | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  #closed = false;

  constructor({ outputLimit = 65536 }: PythonJudgeOptions = {}) {
    this.#outputLimit = outputLimit;
  }

  /** Starts Python unless it runs already. @throws {PythonJudgeError} when it does not start. */
  async start(): Promise<PythonStart> {
    if (this.#closed) throw new PythonJudgeError('The Python judge is closed.');
    if (this.#session?.alive !== true) this.#started = undefined;
    this.#started ??= this.#launch();
    return await this.#started;
  }

  /**
   * Runs the fences of one chapter in order, in one namespace; several calls queue up.
   * @throws {PythonJudgeError} when Python does not start or the judge is closed meanwhile;
   * the signal's reason when it aborts.
   */
  run(file: string, fences: PythonFence[], signal?: AbortSignal): Promise<PythonResult[]> {
    this.#waiting += 1;
    const turn = this.#queue.then(() => this.#chapter(file, fences, signal));
    this.#queue = turn.then(
      () => this.#rest(),
      () => this.#rest(),
    );
    return turn;
  }

  /** Ends the worker; chapters under way or waiting are given up. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#session?.terminate();
  }

  async #launch(): Promise<PythonStart> {
    const begin = performance.now();
    const session = new PythonSession();
    this.#session = session;
    const reply = await session.ready();
    if (reply.kind !== 'ready') {
      const reason = reply.kind === 'broken' ? reply.reason : reply.kind;
      throw new PythonJudgeError(`Python does not start: ${reason}.`);
    }
    session.hold(this.#waiting > 0);
    return { version: reply.version, milliseconds: performance.now() - begin };
  }

  #rest(): void {
    this.#waiting -= 1;
    if (this.#waiting === 0) this.#session?.hold(false);
  }

  async #chapter(
    file: string,
    fences: PythonFence[],
    signal: AbortSignal | undefined,
  ): Promise<PythonResult[]> {
    signal?.throwIfAborted();
    if (fences.length === 0) return [];
    await this.start();
    const session = this.#session;
    if (session === undefined) throw new PythonJudgeError('The Python judge is closed.');
    session.hold(true);
    await this.#housekeep(session, 'begin', file);
    const results: PythonResult[] = [];
    let ended = false;
    for (const fence of fences) {
      if (ended || signal?.aborted === true) {
        results.push(notRun(fence));
        continue;
      }
      const argument = JSON.stringify(this.#request(fence));
      const limited = await callWithin(session, { name: 'run', argument }, fence.timeout, signal);
      const verdict = judgeFence(fence, limited, this.#outputLimit);
      ended = verdict.ends;
      results.push(verdict.result);
    }
    if (session.alive) await this.#housekeep(session, 'end', '');
    if (this.#closed) throw new PythonJudgeError(`The Python judge was closed while ${file} ran.`);
    signal?.throwIfAborted();
    return results;
  }

  async #housekeep(session: PythonSession, name: 'begin' | 'end', argument: string): Promise<void> {
    const { reply } = await callWithin(session, { name, argument }, HOUSEKEEPING);
    if (reply.kind !== 'returned') await session.terminate();
  }

  #request({ id, code, line, column }: PythonFence): FenceRequest {
    return { id, code, line, column, outputLimit: this.#outputLimit };
  }
}

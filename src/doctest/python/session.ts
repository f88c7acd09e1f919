/**
 * One run of the worker thread, from its start to its end. Calls go one at a time.
 *
 * @module
 */

import { readdirSync, readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { whenUsed } from '../run/when-used.ts';
import type { Call, Reply, WorkerSetup } from './protocol.ts';

/** A CPython in a worker thread that takes one call at a time. */
export class PythonSession {
  readonly #interrupt = new Uint8Array(new SharedArrayBuffer(1));
  readonly #worker: Worker;
  #settle: ((reply: Reply) => void) | undefined;
  #alive = true;

  constructor() {
    const workerData: WorkerSetup = { interrupt: this.#interrupt, files: driverFiles() };
    this.#worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData,
      env: {},
      execArgv: [],
    });
    this.#worker.on('message', (reply: Reply) => this.#finish(reply));
    this.#worker.on('error', (error: Error) => this.#end(error.message));
    this.#worker.on('exit', (code) => this.#end(`its thread ended with exit code ${code}`));
  }

  /** Whether it can take another call. */
  get alive(): boolean {
    return this.#alive;
  }

  /** Waits for the interpreter; the reply is `ready`, or `broken` if it cannot start. */
  ready(): Promise<Reply> {
    return new Promise((resolve) => {
      this.#settle = resolve;
    });
  }

  /** Makes one call of the driver. Never rejects: a thread that dies answers `broken`. */
  call(call: Call): Promise<Reply> {
    if (!this.#alive) return Promise.resolve({ kind: 'broken', reason: 'it has ended' });
    return new Promise((resolve) => {
      Atomics.store(this.#interrupt, 0, 0);
      this.#settle = resolve;
      this.#worker.postMessage(call, []);
    });
  }

  /** Asks the running Python code to stop; it may refuse. */
  interrupt(): void {
    Atomics.store(this.#interrupt, 0, 2);
  }

  /** Ends the thread, whatever it does; a call under way is answered `broken`. */
  async terminate(): Promise<void> {
    this.#end('it was ended');
    await this.#worker.terminate();
  }

  /** Calls `act` once the thread has used so many milliseconds; the result calls it off. */
  whenUsed(milliseconds: number, act: () => void): () => void {
    return whenUsed(this.#worker, milliseconds, act);
  }

  /** Says whether the process must stay alive for it. */
  hold(busy: boolean): void {
    if (busy) this.#worker.ref();
    else this.#worker.unref();
  }

  #end(reason: string): void {
    this.#alive = false;
    this.#finish({ kind: 'broken', reason });
  }

  #finish(reply: Reply): void {
    if (reply.kind === 'broken') this.#alive = false;
    const settle = this.#settle;
    this.#settle = undefined;
    settle?.(reply);
  }
}

function driverFiles(): Record<string, string> {
  const folder = new URL('.', import.meta.url);
  const names = readdirSync(folder).filter((name) => name.endsWith('.py'));
  return Object.fromEntries(
    names.map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]),
  );
}

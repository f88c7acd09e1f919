/**
 * One worker of the sandbox, as the page sees it.
 *
 * @module
 */

import { SandboxClosedError, SandboxError, SandboxTimeoutError } from './errors.ts';
import type { FromWorker, ThrownInside } from './protocol.ts';

/** How a message is sent and its answer awaited. */
export interface AskOptions {
  /** Milliseconds until the answer must be there; 1,000 unless told. */
  limit?: number;
  /** What of the message goes over instead of being copied. */
  transfer?: Transferable[];
  /** Hears what the program tells while it makes the answer. */
  hear?: (event: unknown) => void;
  /** Ends the session when it aborts. */
  signal?: AbortSignal;
}

/** What a session needs of the frame that its worker lives in. */
export interface Line {
  send(ask: number, message: unknown, transfer: Transferable[]): void;
  /** Ends the worker; `all` tears down the whole frame, which no code inside can delay. */
  end(all: boolean): void;
}

interface Waiting {
  resolve: (value: never) => void;
  reject: (error: Error) => void;
  hear: ((event: unknown) => void) | undefined;
}

const DEFAULT_LIMIT = 1000;

/** A program that answers until it is closed. */
export class Session {
  /** Whether it answers no more. */
  closed = false;
  readonly #line: Line;
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;

  constructor(line: Line) {
    this.#line = line;
  }

  /**
   * Sends one message and gives the program's answer, which a reader's code may have forged:
   * look at it before you believe it.
   *
   * @throws {SandboxTimeoutError} past the limit, and the session is closed then;
   * {SandboxClosedError} when it is closed; {SandboxError} with what the program threw.
   */
  async ask<Answered>(message: unknown, options: AskOptions = {}): Promise<Answered> {
    if (this.closed || options.signal?.aborted) throw new SandboxClosedError();
    const { limit = DEFAULT_LIMIT, transfer = [], hear, signal } = options;
    const ask = (this.#asked += 1);
    const { promise, resolve, reject } = Promise.withResolvers<never>();
    this.#waiting.set(ask, { resolve, reject, hear });
    const watchdog = setTimeout(() => this.#close(new SandboxTimeoutError(limit), true), limit);
    const stop = (): void => this.#close(new SandboxClosedError(), true);
    signal?.addEventListener('abort', stop);
    try {
      this.#line.send(ask, message, transfer);
      return await promise;
    } finally {
      clearTimeout(watchdog);
      signal?.removeEventListener('abort', stop);
      this.#waiting.delete(ask);
    }
  }

  /** Ends the program. Who still waits for an answer is told. */
  close(): void {
    this.#close(new SandboxClosedError(), this.#waiting.size > 0);
  }

  /** Takes in what the worker says. */
  take(message: FromWorker): void {
    if (message.type === 'broken') return this.#close(errorOf(message.error), false);
    if (message.type === 'ready') return;
    const waiting = this.#waiting.get(message.ask);
    if (!waiting) return;
    if (message.type === 'answer') waiting.resolve(message.value as never);
    else if (message.type === 'failed') waiting.reject(errorOf(message.error));
    else if (Array.isArray(message.events))
      message.events.forEach((event) => waiting.hear?.(event));
  }

  /** The frame is gone, and the worker with it. */
  lose(error: Error): void {
    if (this.closed) return;
    this.closed = true;
    for (const { reject } of this.#waiting.values()) reject(error);
  }

  #close(error: Error, all: boolean): void {
    if (this.closed) return;
    this.lose(error);
    this.#line.end(all);
  }
}

/** An error as it came out of the sandbox, made into one of ours. */
export function errorOf(thrown: Partial<ThrownInside> | undefined): SandboxError {
  return new SandboxError({
    name: String(thrown?.name ?? 'Error'),
    message: String(thrown?.message ?? ''),
    stack: String(thrown?.stack ?? ''),
  });
}

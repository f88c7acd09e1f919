/**
 * One worker of the sandbox, as the page sees it.
 *
 * @module
 */

import { SandboxClosedError, SandboxError, SandboxTimeoutError } from './errors.ts';
import { MOST_EVENTS, type FromWorker } from './protocol.ts';
import { watch } from './watchdog.ts';

/** How a message is sent and its answer awaited. */
export interface AskOptions {
  /** Milliseconds until the answer must be there, standstills left out; 1,000 unless told. */
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
  heard: number;
}

const DEFAULT_LIMIT = 1000;

/** A program that answers until it is closed. */
export class Session {
  readonly #line: Line;
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;
  #closed = false;

  constructor(line: Line) {
    this.#line = line;
  }

  /** Whether it answers no more. */
  get closed(): boolean {
    return this.#closed;
  }

  /**
   * Sends one message and gives the program's answer, which a reader's code may have forged:
   * look at it before you believe it.
   *
   * @throws {SandboxTimeoutError} past the limit, and the session is closed then;
   * {SandboxClosedError} when it is closed; {SandboxError} with what the program threw; what
   * `postMessage` throws for a message that cannot be sent.
   */
  async ask<Answered>(message: unknown, options: AskOptions = {}): Promise<Answered> {
    if (this.#closed || options.signal?.aborted) throw new SandboxClosedError();
    const { limit = DEFAULT_LIMIT, transfer = [], hear, signal } = options;
    const ask = (this.#asked += 1);
    const { promise, resolve, reject } = Promise.withResolvers<never>();
    this.#waiting.set(ask, { resolve, reject, hear, heard: 0 });
    const callOff = watch(limit, () => this.#close(new SandboxTimeoutError(limit), true));
    const stop = (): void => this.#close(new SandboxClosedError(), true);
    signal?.addEventListener('abort', stop);
    try {
      this.#line.send(ask, message, transfer);
      return await promise;
    } finally {
      callOff();
      signal?.removeEventListener('abort', stop);
      this.#waiting.delete(ask);
    }
  }

  /** Ends the program. Who still waits for an answer is told. */
  close(): void {
    this.#close(new SandboxClosedError(), this.#waiting.size > 0);
  }

  /** Takes in what the worker says. */
  take(said: FromWorker): void {
    if (said.type === 'broken') return this.#close(new SandboxError(said.error), false);
    if (said.type === 'ready') return;
    const waiting = this.#waiting.get(said.ask);
    if (!waiting) return;
    if (said.type === 'answer') waiting.resolve(said.value as never);
    else if (said.type === 'failed') waiting.reject(new SandboxError(said.error));
    else this.#tell(said.events, waiting);
  }

  /** The frame is gone, and the worker with it. */
  lose(error: Error): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }

  #tell(events: unknown[], waiting: Waiting): void {
    waiting.heard += events.length;
    if (waiting.heard > MOST_EVENTS) {
      const message = `Stopped: more than ${MOST_EVENTS} events.`;
      return this.#close(new SandboxError({ name: 'Error', message, stack: '' }), false);
    }
    for (const event of events) waiting.hear?.(event);
  }

  #close(error: Error, all: boolean): void {
    if (this.#closed) return;
    this.lose(error);
    this.#line.end(all);
  }
}

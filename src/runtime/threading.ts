/**
 * Simulated threads. A server runs each connection in a thread of its own, or all of them in
 * one; what Django keeps per thread follows the current thread, as it does in Python.
 *
 * @module
 */

import { AttributeError } from './builtins.ts';
import { PerProcess } from './process.ts';

const MAIN_IDENT = 1;

const idents = new PerProcess(() => ({ last: MAIN_IDENT }));

/** A thread: nothing but an identity that thread-locals hang on. @models threading:Thread */
export class Thread {
  readonly name: string;
  /** A number that no other thread of this process has; the main thread's is 1. @models threading:Thread.ident */
  readonly ident: number;

  constructor(name: string, ident: number = nextIdent()) {
    this.name = name;
    this.ident = ident;
  }
}

function nextIdent(): number {
  idents.value.last += 1;
  return idents.value.last;
}

const running = new PerProcess(() => new Thread('MainThread', MAIN_IDENT));

/** The thread whose code runs now. @models threading:current_thread */
export function currentThread(): Thread {
  return running.value;
}

/** Runs one step in a thread and returns to the thread before it, whatever the step does. */
export function runInThread<T>(thread: Thread, step: () => T): T {
  const before = running.value;
  running.value = thread;
  try {
    return step();
  } finally {
    running.value = before;
  }
}

/** A variable of which every thread has its own. @models threading:local */
export class Local<T> {
  readonly #values = new WeakMap<Thread, { content: T }>();

  /** Whether the current thread has set it. */
  has(): boolean {
    return this.#values.has(currentThread());
  }

  /** The current thread's value, or `fallback`. @throws {AttributeError} when there is neither. */
  get(...fallback: [T?]): T {
    const found = this.#values.get(currentThread());
    if (found) return found.content;
    if (fallback.length > 0) return fallback[0] as T;
    throw new AttributeError("'_thread._local' object has no attribute 'value'");
  }

  /** Sets it for the current thread alone. */
  set(content: T): void {
    this.#values.set(currentThread(), { content });
  }

  /** Forgets the current thread's value. */
  delete(): void {
    this.#values.delete(currentThread());
  }
}

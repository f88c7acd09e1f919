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

interface Slot<T> {
  held: { content: T } | null;
}

/** A variable of which every thread has its own. @models threading:local */
export class Local<T> {
  readonly #slots = new WeakMap<Thread, Slot<T>>();
  /** The slot that was used last, and whose it is: most often that is asked for again. */
  #last: { thread: Thread; slot: Slot<T> } | null = null;

  /** Whether the current thread has set it. */
  has(): boolean {
    return this.#slot().held !== null;
  }

  /** The current thread's value, or `fallback`. @throws {AttributeError} when there is neither. */
  get(...fallback: [T?]): T {
    const { held } = this.#slot();
    if (held !== null) return held.content;
    if (fallback.length > 0) return fallback[0] as T;
    throw new AttributeError("'_thread._local' object has no attribute 'value'");
  }

  /** Sets it for the current thread alone. */
  set(content: T): void {
    this.#slot().held = { content };
  }

  /** Forgets the current thread's value. */
  delete(): void {
    this.#slot().held = null;
  }

  #slot(): Slot<T> {
    const thread = currentThread();
    if (this.#last?.thread === thread) return this.#last.slot;
    const slot = this.#slots.get(thread) ?? { held: null };
    this.#slots.set(thread, slot);
    this.#last = { thread, slot };
    return slot;
  }
}

/**
 * The simulated process. What Python keeps in module globals for as long as a process lives
 * (settings, loaded modules, caches, signal receivers) stands here in a cell, so that one
 * snippet can begin afresh where the one before it left something behind.
 *
 * @module
 */

let current = {};

/** A module global: made at first use in each process. */
export class PerProcess<T> {
  readonly #make: () => T;
  /** The process that the content belongs to. */
  #owner: object | null = null;
  #content: T | undefined;

  constructor(make: () => T) {
    this.#make = make;
  }

  /** What this process holds. */
  get value(): T {
    if (this.#owner === current) return this.#content as T;
    return this.#hold(this.#make());
  }

  set value(content: T) {
    this.#hold(content);
  }

  #hold(content: T): T {
    this.#content = content;
    this.#owner = current;
    return content;
  }
}

/** Begins a new process: every module global is as if nothing had run yet. */
export function startProcess(): void {
  current = {};
}

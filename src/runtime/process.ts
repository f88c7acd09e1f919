/**
 * The simulated process. What Python keeps in module globals for as long as a process lives
 * (settings, loaded modules, caches, signal receivers) stands here in a cell, so that one
 * snippet can begin afresh where the one before it left something behind.
 *
 * @module
 */

let cells = new WeakMap<PerProcess<unknown>, { content: unknown }>();

/** A module global: made at first use in each process. */
export class PerProcess<T> {
  readonly #make: () => T;

  constructor(make: () => T) {
    this.#make = make;
  }

  /** What this process holds. */
  get value(): T {
    const found = cells.get(this);
    if (found) return found.content as T;
    const content = this.#make();
    cells.set(this, { content });
    return content;
  }

  set value(content: T) {
    cells.set(this, { content });
  }
}

/** Begins a new process: every module global is as if nothing had run yet. */
export function startProcess(): void {
  cells = new WeakMap();
}

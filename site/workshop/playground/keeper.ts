/**
 * Keeps the project in the browser, a moment after each change, and warns before anything is lost.
 *
 * @module
 */

import type { Kept, ProjectStore, Saved } from './store.ts';

const PAUSE = 400;

const WORDS: Record<Kept, string> = {
  kept: 'Kept in this browser.',
  full: 'Not kept: the storage of this browser is full. Export the project, or it is lost.',
  off: 'Not kept: this browser has its storage switched off. Export the project, or it is lost.',
};

/** Keeps what it is told to. */
export class Keeper {
  readonly #store: ProjectStore;
  readonly #now: () => Saved | undefined;
  readonly #say: (words: string, kept: Kept) => void;
  #due: ReturnType<typeof setTimeout> | undefined;
  #kept: Kept = 'kept';

  /** @param now what is to be kept, where there is anything; @param say shows how it went */
  constructor(
    store: ProjectStore,
    now: () => Saved | undefined,
    say: (words: string, kept: Kept) => void,
  ) {
    this.#store = store;
    this.#now = now;
    this.#say = say;
  }

  /** Keeps the project soon; changes that follow at once are kept together. */
  soon(): void {
    clearTimeout(this.#due);
    this.#due = setTimeout(() => this.keep(), PAUSE);
  }

  /** Keeps it now. */
  keep(): void {
    clearTimeout(this.#due);
    this.#due = undefined;
    const saved = this.#now();
    if (!saved) return;
    this.#kept = this.#store.save(saved);
    this.#say(WORDS[this.#kept], this.#kept);
  }

  /** Whether something would be lost if the page were closed; what is due is kept first. */
  losing(touched: boolean): boolean {
    if (this.#due !== undefined) this.keep();
    return touched && this.#kept !== 'kept';
  }
}

/**
 * Where progress is kept: in this browser and nowhere else.
 *
 * @module
 */

import { merge, NOTHING, type Progress } from './progress.ts';
import { LONGEST, ProgressTextError, readProgress, writeProgress } from './text.ts';

/** The key of all progress. */
export const KEY = 'round-trip:progress';

/** The key of a text that could not be read. */
export const KEPT = 'round-trip:progress:unread';

/** Why nothing is kept: storage is switched off, or there is no room left in it. */
export type Trouble = 'off' | 'full';

/** The part of `Storage` that is used. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * The progress of a reader, shared with all tabs. Whatever changes it reads what is kept, merges,
 * and writes; whoever finds that another tab has written less than is known here writes again.
 * Where nothing can be kept it lasts as long as the page.
 */
export class ProgressStore {
  #progress: Progress = NOTHING;
  #trouble: Trouble | undefined;
  #blocking: string | undefined;
  readonly #shelf: () => Shelf;
  readonly #listeners = new Set<() => void>();

  /** `shelf` gives the storage, and throws where there is none. */
  constructor(shelf: () => Shelf) {
    this.#shelf = shelf;
    this.follow();
  }

  /** What is known now. */
  get progress(): Progress {
    return this.#progress;
  }

  /** Why the last change was not kept, if it was not. */
  get trouble(): Trouble | undefined {
    return this.#trouble;
  }

  /** A text that was found in place of progress and could not be read, to be downloaded. */
  get unread(): string | undefined {
    return this.#blocking ?? this.#ask((shelf) => shelf.getItem(KEPT)) ?? undefined;
  }

  /** Forgets the text that could not be read. */
  dropUnread(): void {
    const key = this.#blocking === undefined ? KEPT : KEY;
    this.#ask((shelf) => shelf.removeItem(key));
    this.#blocking = undefined;
    this.change((progress) => progress);
  }

  /** Calls back after each change, of this tab or another. */
  listen(listener: () => void): void {
    this.#listeners.add(listener);
  }

  /** Changes what is known. */
  change(how: (progress: Progress) => Progress): void {
    this.#progress = how(merge(this.#progress, this.#read() ?? NOTHING));
    this.#write();
    this.#tell();
  }

  /** Takes in what is kept, as another tab may have changed it. */
  follow(): void {
    const kept = this.#read();
    if (!kept) return;
    this.#progress = merge(this.#progress, kept);
    if (writeProgress(this.#progress) !== writeProgress(kept)) this.#write();
    this.#tell();
  }

  /** Forgets what is known, because somebody removed what was kept. */
  forget(): void {
    this.#progress = NOTHING;
    this.#tell();
  }

  #read(): Progress | undefined {
    const text = this.#ask((shelf) => shelf.getItem(KEY)) ?? undefined;
    this.#blocking = undefined;
    if (text === undefined) return undefined;
    try {
      return readProgress(text);
    } catch (error) {
      if (!(error instanceof ProgressTextError)) throw error;
      this.#setAside(text);
      return undefined;
    }
  }

  /** The old text goes only once it is safe elsewhere; until then it stays, and nothing is kept. */
  #setAside(text: string): void {
    const aside = this.#do((shelf) => {
      const before = shelf.getItem(KEPT);
      const both = before === null || before === text ? text : `${before}\n${text}`;
      shelf.setItem(KEY, writeProgress(NOTHING));
      try {
        shelf.setItem(KEPT, both);
      } catch (error) {
        shelf.setItem(KEY, text);
        throw error;
      }
    });
    if (!aside) this.#blocking = text;
  }

  #write(): void {
    if (this.#blocking !== undefined) return;
    const text = writeProgress(this.#progress);
    this.#do((shelf) => {
      if (text.length > LONGEST) throw new RangeError('Progress has become too long to read.');
      if (shelf.getItem(KEY) !== text) shelf.setItem(KEY, text);
    });
  }

  /** Whether it could be done; if not, why not is remembered. */
  #do(what: (shelf: Shelf) => void): boolean {
    try {
      what(this.#shelf());
      this.#trouble = undefined;
      return true;
    } catch (error) {
      this.#trouble = (error as Error).name === 'SecurityError' ? 'off' : 'full';
      return false;
    }
  }

  #ask<Answer>(what: (shelf: Shelf) => Answer): Answer | undefined {
    try {
      return what(this.#shelf());
    } catch {
      this.#trouble = 'off';
      return undefined;
    }
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/**
 * Where the project is kept: in this browser and nowhere else.
 *
 * @module
 */

import type { Cookie } from './cookie-jar.ts';
import type { Draft } from './draft.ts';
import type { Project } from './project.ts';
import { readSaved, writeSaved } from './saved.ts';

/** What is kept. */
export interface Saved {
  project: Project;
  /** Whether the reader has changed anything that lies nowhere else. */
  touched: boolean;
  draft: Draft;
  cookies: Cookie[];
}

/** How keeping went: storage may have no room left, or be switched off. */
export type Kept = 'kept' | 'full' | 'off';

/** The part of `Storage` that is used. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The key of the project. */
export const KEY = 'round-trip:playground';

/** The key of a text that was found in its place and could not be read. */
export const UNREAD = 'round-trip:playground:unread';

/** The one project that a browser keeps. */
export class ProjectStore {
  readonly #shelf: () => Shelf;
  /** A text that could not be read, and that there is no room for elsewhere. */
  #blocking: string | undefined;

  /** @param shelf gives the storage, and throws where there is none */
  constructor(shelf: () => Shelf) {
    this.#shelf = shelf;
  }

  /** What was kept; a text that cannot be read is set aside. */
  load(): Saved | undefined {
    const text = this.#try((shelf) => shelf.getItem(KEY)) ?? undefined;
    if (text === undefined) return undefined;
    const saved = readSaved(text);
    if (!saved) this.#setAside(text);
    return saved;
  }

  /** Keeps a project in the place of what was kept. */
  save(saved: Saved): Kept {
    if (this.#blocking !== undefined) return 'full';
    try {
      this.#shelf().setItem(KEY, writeSaved(saved));
      return 'kept';
    } catch (error) {
      return isFull(error) ? 'full' : 'off';
    }
  }

  /** The text that could not be read, for downloading it. */
  get unread(): string | undefined {
    return this.#blocking ?? this.#try((shelf) => shelf.getItem(UNREAD)) ?? undefined;
  }

  /** Forgets the text that could not be read. */
  dropUnread(): void {
    const key = this.#blocking === undefined ? UNREAD : KEY;
    this.#try((shelf) => shelf.removeItem(key));
    this.#blocking = undefined;
  }

  /** Whatever happens, the text stays under one of the two keys. */
  #setAside(text: string): void {
    const moved = this.#try((shelf) => {
      shelf.removeItem(KEY);
      try {
        shelf.setItem(UNREAD, text);
      } catch (error) {
        shelf.setItem(KEY, text);
        throw error;
      }
      return true;
    });
    if (!moved) this.#blocking = text;
  }

  #try<Found>(action: (shelf: Shelf) => Found): Found | undefined {
    try {
      return action(this.#shelf());
    } catch {
      return undefined;
    }
  }
}

function isFull(error: unknown): boolean {
  return error instanceof Error && /quota/i.test(`${error.name} ${error.message}`);
}

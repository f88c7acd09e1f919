/**
 * Where users are kept. There is no ORM in this runtime: a site says what keeps its users, and
 * until it does they last as long as the process.
 *
 * @module
 */

import { PerProcess } from '../../../process.ts';

/** A user as it is kept. */
export interface UserRow {
  id: number;
  username: string;
  /** A hash. */
  password: string;
  email: string;
  isActive: boolean;
  isStaff: boolean;
  isSuperuser: boolean;
  lastLogin: Date | null;
  /** Such as `polls.add_choice`. */
  permissions: readonly string[];
}

/** What keeps users. */
export interface UserStore {
  byId(id: number): UserRow | null;
  byUsername(username: string): UserRow | null;
  /** Keeps a new user and gives its id. */
  insert(fields: Omit<UserRow, 'id'>): number;
  /** Changes some fields of a user. */
  update(id: number, fields: Partial<Omit<UserRow, 'id'>>): void;
}

/** Users in memory. */
export class MemoryUserStore implements UserStore {
  readonly #rows = new Map<number, UserRow>();

  byId(id: number): UserRow | null {
    return this.#rows.get(id) ?? null;
  }

  byUsername(username: string): UserRow | null {
    return [...this.#rows.values()].find((row) => row.username === username) ?? null;
  }

  insert(fields: Omit<UserRow, 'id'>): number {
    const id = this.#rows.size + 1;
    this.#rows.set(id, { ...fields, id });
    return id;
  }

  update(id: number, fields: Partial<Omit<UserRow, 'id'>>): void {
    const row = this.#rows.get(id);
    if (row) this.#rows.set(id, { ...row, ...fields });
  }
}

const chosen = new PerProcess<UserStore>(() => new MemoryUserStore());

/** What keeps the users of this process. */
export function userStore(): UserStore {
  return chosen.value;
}

/** Has something else keep the users for the rest of this process. */
export function setUserStore(store: UserStore): void {
  chosen.value = store;
}

/**
 * Where the database backend keeps sessions: rows by key. They are in the site's default
 * database unless another table is put in place.
 *
 * @module
 */

import { PerProcess } from '../../../process.ts';
import { SqlSessionTable } from './sql-session-table.ts';

/** A session as it is saved. @models django.contrib.sessions.base_session:AbstractBaseSession */
export interface SessionRow {
  sessionKey: string;
  /** As `SessionBase.encode` writes it. */
  sessionData: string;
  expireDate: Date;
}

/** What the backend asks of a table. */
export interface SessionTable {
  /** The data of a key, if its row ends after a moment. */
  find(sessionKey: string, now: Date): string | null;
  /** Whether there is a row of a key, ended or not. */
  exists(sessionKey: string): boolean;
  /** Adds a row; false where the key is taken. */
  insert(row: SessionRow): boolean;
  /** Replaces a row; false where there is none of its key. */
  update(row: SessionRow): boolean;
  /** Removes the row of a key, if there is one. */
  delete(sessionKey: string): void;
  /** Removes the rows that ended before a moment. */
  deleteExpired(now: Date): void;
}

/** A table that lasts as long as whoever holds it: for sites without a database. */
export class MemorySessionTable implements SessionTable {
  readonly #rows = new Map<string, SessionRow>();

  find(sessionKey: string, now: Date): string | null {
    const row = this.#rows.get(sessionKey);
    return row && row.expireDate > now ? row.sessionData : null;
  }

  exists(sessionKey: string): boolean {
    return this.#rows.has(sessionKey);
  }

  insert(row: SessionRow): boolean {
    if (this.exists(row.sessionKey)) return false;
    this.#rows.set(row.sessionKey, row);
    return true;
  }

  update(row: SessionRow): boolean {
    if (!this.exists(row.sessionKey)) return false;
    this.#rows.set(row.sessionKey, row);
    return true;
  }

  delete(sessionKey: string): void {
    this.#rows.delete(sessionKey);
  }

  deleteExpired(now: Date): void {
    for (const { sessionKey, expireDate } of this.#rows.values()) {
      if (expireDate < now) this.#rows.delete(sessionKey);
    }
  }
}

const chosen = new PerProcess<SessionTable>(() => new SqlSessionTable());

/** The table that sessions are kept in. */
export function sessionTable(): SessionTable {
  return chosen.value;
}

/** Keeps sessions elsewhere for the rest of this process. */
export function setSessionTable(table: SessionTable): void {
  chosen.value = table;
}

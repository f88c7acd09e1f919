/**
 * Sessions in the table `django_session` of a database, with the statements that Django's own
 * session model sends to SQLite.
 *
 * @module
 */

import { localtime } from '../../../time.ts';
import { settings } from '../../conf.ts';
import { connections, DatabaseError, DEFAULT_DB_ALIAS, IntegrityError } from '../../db.ts';
import type { CursorWrapper } from '../../db/backends/utils.ts';
import { atomic } from '../../db/transaction.ts';
import type { SessionRow, SessionTable } from './session-table.ts';

const TABLE = '"django_session"';
const KEY = `${TABLE}."session_key"`;
const EXPIRES = `${TABLE}."expire_date"`;
const SELECT = `SELECT ${KEY}, ${TABLE}."session_data", ${EXPIRES} FROM ${TABLE}`;

/** What creates the table and its index, as Django's migration does. */
export const CREATE_SESSION_TABLE: readonly string[] = [
  `CREATE TABLE ${TABLE} ("session_key" varchar(40) NOT NULL PRIMARY KEY, "session_data" text NOT NULL, "expire_date" datetime NOT NULL)`,
  `CREATE INDEX "django_session_expire_date_a5c62663" ON ${TABLE} ("expire_date")`,
];

/** Sessions in a database. @models django.contrib.sessions.models:Session */
export class SqlSessionTable implements SessionTable {
  /** The alias of the database. */
  readonly using: string;

  constructor(using: string = DEFAULT_DB_ALIAS) {
    this.using = using;
  }

  find(sessionKey: string, now: Date): string | null {
    const sql = `${SELECT} WHERE (${EXPIRES} > %s AND ${KEY} = %s)`;
    const row = this.#run(sql, [sqlMoment(now), sessionKey]).fetchone();
    return row ? String(row[1]) : null;
  }

  exists(sessionKey: string): boolean {
    const sql = `SELECT (1) AS "a" FROM ${TABLE} WHERE ${KEY} = %s  LIMIT 1`;
    return this.#run(sql, [sessionKey]).fetchone() !== null;
  }

  insert({ sessionKey, sessionData, expireDate }: SessionRow): boolean {
    const sql = `INSERT INTO ${TABLE} ("session_key", "session_data", "expire_date") SELECT %s, %s, %s`;
    try {
      this.#atomic(() => this.#run(sql, [sessionKey, sessionData, sqlMoment(expireDate)]));
      return true;
    } catch (error) {
      if (error instanceof IntegrityError) return false;
      throw error;
    }
  }

  update({ sessionKey, sessionData, expireDate }: SessionRow): boolean {
    const sql = `UPDATE ${TABLE} SET "session_data" = %s, "expire_date" = %s WHERE ${KEY} = %s`;
    try {
      this.#atomic(() => {
        const { rowcount } = this.#run(sql, [sessionData, sqlMoment(expireDate), sessionKey]);
        if (rowcount < 1) throw new DatabaseError('Forced update did not affect any rows.');
      });
      return true;
    } catch (error) {
      if (error instanceof DatabaseError && !(error instanceof IntegrityError)) return false;
      throw error;
    }
  }

  delete(sessionKey: string): void {
    if (!this.#run(`${SELECT} WHERE ${KEY} = %s`, [sessionKey]).fetchone()) return;
    this.#run(`DELETE FROM ${TABLE} WHERE ${KEY} IN (%s)`, [sessionKey]);
  }

  deleteExpired(now: Date): void {
    const sql = `DELETE FROM ${TABLE} WHERE ${EXPIRES} < %s`;
    this.#atomic(() => this.#run(sql, [sqlMoment(now)]));
  }

  #atomic(block: () => unknown): void {
    atomic({ using: this.using }).run(block);
  }

  #run(sql: string, params: readonly unknown[]): CursorWrapper {
    const cursor = connections.get(this.using).cursor();
    cursor.execute(sql, params);
    return cursor;
  }
}

/** A moment as SQLite keeps it: `2019-05-01 00:00:00.250000`, in UTC where `USE_TZ` is on, else in the site's zone. */
function sqlMoment(moment: Date): string {
  const offset = settings.USE_TZ ? 0 : localtime(moment.getTime() / 1000).zoneOffset;
  const wall = new Date(moment.getTime() + offset * 60_000).toISOString();
  return wall
    .slice(0, -1)
    .replace('T', ' ')
    .replace(/\.000$|$/, (end) => (end ? '' : '000'));
}

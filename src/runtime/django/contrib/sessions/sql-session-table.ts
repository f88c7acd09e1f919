/**
 * Sessions in the table `django_session` of a database, with the statements that Django's own
 * session model sends to SQLite.
 *
 * @module
 */

import type { SessionRow, SessionTable } from './session-table.ts';

/** As much of a database cursor as is needed; parameters stand as `%s`. */
export interface SqlCursor {
  execute(sql: string, params?: readonly unknown[]): unknown;
  /** The next row, or nothing. */
  fetchone(): readonly unknown[] | null | undefined;
  /** How many rows the last statement changed. */
  readonly rowcount: number;
}

/** Something that gives cursors. */
export interface SqlConnection {
  cursor(): SqlCursor;
}

const TABLE = '"django_session"';
const KEY = `${TABLE}."session_key"`;
const EXPIRES = `${TABLE}."expire_date"`;
const SELECT = `SELECT ${KEY}, ${TABLE}."session_data", ${EXPIRES} FROM ${TABLE}`;

/** What creates the table and its index, as Django's migration does. */
export const CREATE_SESSION_TABLE: readonly string[] = [
  `CREATE TABLE ${TABLE} ("session_key" varchar(40) NOT NULL PRIMARY KEY, "session_data" text NOT NULL, "expire_date" datetime NOT NULL)`,
  `CREATE INDEX "django_session_expire_date_a5c62663" ON ${TABLE} ("expire_date")`,
];

/** Sessions in a database; moments are written in UTC, as with `USE_TZ`. @models django.contrib.sessions.models:Session */
export class SqlSessionTable implements SessionTable {
  readonly #connection: SqlConnection;

  constructor(connection: SqlConnection) {
    this.#connection = connection;
  }

  find(sessionKey: string, now: Date): SessionRow | null {
    const row = this.#run(`${SELECT} WHERE (${EXPIRES} > %s AND ${KEY} = %s)`, [
      sqlMoment(now),
      sessionKey,
    ]).fetchone();
    return row ? toRow(row) : null;
  }

  exists(sessionKey: string): boolean {
    const sql = `SELECT (1) AS "a" FROM ${TABLE} WHERE ${KEY} = %s  LIMIT 1`;
    return Boolean(this.#run(sql, [sessionKey]).fetchone());
  }

  insert({ sessionKey, sessionData, expireDate }: SessionRow): boolean {
    const sql = `INSERT INTO ${TABLE} ("session_key", "session_data", "expire_date") SELECT %s, %s, %s`;
    try {
      this.#run(sql, [sessionKey, sessionData, sqlMoment(expireDate)]);
      return true;
    } catch (error) {
      if (error instanceof Error && error.name === 'IntegrityError') return false;
      throw error;
    }
  }

  update({ sessionKey, sessionData, expireDate }: SessionRow): boolean {
    const sql = `UPDATE ${TABLE} SET "session_data" = %s, "expire_date" = %s WHERE ${KEY} = %s`;
    return this.#run(sql, [sessionData, sqlMoment(expireDate), sessionKey]).rowcount > 0;
  }

  delete(sessionKey: string): void {
    if (!this.#run(`${SELECT} WHERE ${KEY} = %s`, [sessionKey]).fetchone()) return;
    this.#run(`DELETE FROM ${TABLE} WHERE ${KEY} IN (%s)`, [sessionKey]);
  }

  deleteExpired(now: Date): void {
    this.#run(`DELETE FROM ${TABLE} WHERE ${EXPIRES} < %s`, [sqlMoment(now)]);
  }

  #run(sql: string, params: readonly unknown[]): SqlCursor {
    const cursor = this.#connection.cursor();
    cursor.execute(sql, params);
    return cursor;
  }
}

function toRow([sessionKey, sessionData, expireDate]: readonly unknown[]): SessionRow {
  return {
    sessionKey: String(sessionKey),
    sessionData: String(sessionData),
    expireDate:
      expireDate instanceof Date
        ? expireDate
        : new Date(`${String(expireDate).replace(' ', 'T')}Z`),
  };
}

/** A moment as SQLite keeps it: `2019-05-01 00:00:00.250000`, without the fraction where it is zero. */
function sqlMoment(moment: Date): string {
  const [day = '', clock = ''] = moment.toISOString().slice(0, -1).split('T');
  return `${day} ${clock.endsWith('.000') ? clock.slice(0, -4) : `${clock}000`}`;
}

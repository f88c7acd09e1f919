/**
 * SQLite's own SQL.
 *
 * @module
 */

import type { Connection } from '../../../../sqlite3.ts';
import { BaseDatabaseOperations } from '../base/operations.ts';
import type { DriverCursor, QueryParameters } from '../driver.ts';

const MOST_PARAMETERS = 999;

/** @models django.db.backends.sqlite3.operations:DatabaseOperations */
export class DatabaseOperations extends BaseDatabaseOperations {
  readonly #connection: () => Connection | null;

  /** `connection` gives the driver's connection of the moment. */
  constructor(connection: () => Connection | null) {
    super();
    this.#connection = connection;
  }

  /** @models django.db.backends.sqlite3.operations:DatabaseOperations.quote_name */
  override quoteName(name: string): string {
    return name.startsWith('"') && name.endsWith('"') ? name : `"${name}"`;
  }

  /** The query with each parameter in its place, as SQLite would write it. @throws a `TypeError` where there are too many or too few. @models django.db.backends.sqlite3.operations:DatabaseOperations.last_executed_query */
  override lastExecutedQuery(_cursor: DriverCursor, sql: string, params: QueryParameters): string {
    if (params === null) return sql;
    const values: readonly unknown[] = Array.isArray(params) ? params : Object.values(params);
    return values.length === 0 ? sql : fillIn(sql, this.#quoteParams(values));
  }

  #quoteParams(values: readonly unknown[]): string[] {
    const quoted: string[] = [];
    for (let start = 0; start < values.length; start += MOST_PARAMETERS) {
      const chunk = values.slice(start, start + MOST_PARAMETERS);
      const sql = `SELECT ${chunk.map(() => 'QUOTE(?)').join(', ')}`;
      quoted.push(...((this.#connection()?.execute(sql, chunk).fetchone() ?? []) as string[]));
    }
    return quoted;
  }
}

function fillIn(sql: string, values: readonly string[]): string {
  let used = 0;
  const filled = sql.replaceAll(/%[%s]/g, (place) => {
    if (place === '%%') return '%';
    const value = values[used];
    if (value === undefined) throw new TypeError('not enough arguments for format string');
    used += 1;
    return value;
  });
  if (used === values.length) return filled;
  throw new TypeError('not all arguments converted during string formatting');
}

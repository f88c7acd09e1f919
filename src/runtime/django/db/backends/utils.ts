/**
 * What stands around a driver's cursor: errors are translated, a broken transaction refuses,
 * and every query can be wrapped and logged.
 *
 * @module
 */

import { getLogger } from '../../../logging.ts';
import { repr } from '../../../repr.ts';
import { time } from '../../../time.ts';
import type { BaseDatabaseWrapper } from './base/base.ts';
import type { DriverCursor, QueryParameters, Row } from './driver.ts';

const logger = getLogger('django.db.backends');

/** The sets of parameters of `executemany()`. */
export type ParameterSets = Iterable<NonNullable<QueryParameters>>;

/** What a wrapper of queries is told beside the query. */
export interface QueryContext {
  connection: BaseDatabaseWrapper;
  cursor: CursorWrapper;
}

/** Runs a query, or many of them where `many` says so. */
export type Execute = (
  sql: string,
  params: QueryParameters | ParameterSets,
  many: boolean,
  context: QueryContext,
) => DriverCursor;

/** Stands around a query: it is handed what runs the query, and runs it or not. */
export type ExecuteWrapper = (execute: Execute, ...query: Parameters<Execute>) => DriverCursor;

/** The cursor that a site gets. @models django.db.backends.utils:CursorWrapper */
export class CursorWrapper {
  /** The driver's cursor. */
  readonly cursor: DriverCursor;
  readonly db: BaseDatabaseWrapper;

  constructor(cursor: DriverCursor, db: BaseDatabaseWrapper) {
    this.cursor = cursor;
    this.db = db;
  }

  get description(): DriverCursor['description'] {
    return this.cursor.description;
  }

  get rowcount(): number {
    return this.cursor.rowcount;
  }

  get lastrowid(): number | null {
    return this.cursor.lastrowid;
  }

  /** How many rows `fetchmany()` gives unless told. */
  get arraysize(): number {
    return this.cursor.arraysize;
  }

  set arraysize(size: number) {
    this.cursor.arraysize = size;
  }

  /** Runs a query; its places are `%s`. The driver's cursor comes back. @throws {DatabaseError} and its kin. @models django.db.backends.utils:CursorWrapper.execute */
  execute(sql: string, params: QueryParameters = null): DriverCursor {
    return this.#wrapped(sql, params, false, (...query) => this._execute(...query));
  }

  /** Runs a query once with each set of parameters. @throws {DatabaseError} and its kin. @models django.db.backends.utils:CursorWrapper.executemany */
  executemany(sql: string, paramList: ParameterSets): DriverCursor {
    return this.#wrapped(sql, paramList, true, (...query) => this._executemany(...query));
  }

  /** The next row, or `null`. @throws {DatabaseError} and its kin. */
  fetchone(): Row | null {
    return this.db.wrapDatabaseErrors.run(() => this.cursor.fetchone());
  }

  /** The next rows. @throws {DatabaseError} and its kin. */
  fetchmany(size = this.arraysize): Row[] {
    return this.db.wrapDatabaseErrors.run(() => this.cursor.fetchmany(size));
  }

  /** The rows that are left. @throws {DatabaseError} and its kin. */
  fetchall(): Row[] {
    return this.db.wrapDatabaseErrors.run(() => this.cursor.fetchall());
  }

  /** The rows that are left, one by one. @throws {DatabaseError} and its kin. @models django.db.backends.utils:CursorWrapper.__iter__ */
  *[Symbol.iterator](): Generator<Row, void, undefined> {
    for (let row = this.fetchone(); row; row = this.fetchone()) yield row;
  }

  /** Ends its use. */
  close(): void {
    this.cursor.close();
  }

  /** Ends its use where `using` declared it; the driver's error is dropped. @models django.db.backends.utils:CursorWrapper.__exit__ */
  [Symbol.dispose](): void {
    try {
      this.close();
    } catch (error) {
      if (!(error instanceof this.db.Database.Error)) throw error;
    }
  }

  /** Runs a query for real. @throws {TransactionManagementError} while a rollback is due. @models django.db.backends.utils:CursorWrapper._execute */
  protected _execute(...[sql, params]: Parameters<Execute>): DriverCursor {
    this.db.validateNoBrokenTransaction();
    return this.db.wrapDatabaseErrors.run(() =>
      params === null
        ? this.cursor.execute(sql)
        : this.cursor.execute(sql, params as QueryParameters),
    );
  }

  /** Runs many for real. @throws {TransactionManagementError} while a rollback is due. @models django.db.backends.utils:CursorWrapper._executemany */
  protected _executemany(...[sql, paramList]: Parameters<Execute>): DriverCursor {
    this.db.validateNoBrokenTransaction();
    return this.db.wrapDatabaseErrors.run(() =>
      this.cursor.executemany(sql, paramList as ParameterSets),
    );
  }

  #wrapped(
    sql: string,
    params: QueryParameters | ParameterSets,
    many: boolean,
    innermost: Execute,
  ): DriverCursor {
    const executor = this.db.executeWrappers.reduceRight<Execute>(
      (inner, wrapper) =>
        (...query) =>
          wrapper(inner, ...query),
      innermost,
    );
    return executor(sql, params, many, { connection: this.db, cursor: this });
  }
}

/** The cursor that a site gets while `DEBUG` is on: it keeps and logs each query. @models django.db.backends.utils:CursorDebugWrapper */
export class CursorDebugWrapper extends CursorWrapper {
  /** @models django.db.backends.utils:CursorDebugWrapper.execute */
  override execute(sql: string, params: QueryParameters = null): DriverCursor {
    const start = time();
    try {
      return super.execute(sql, params);
    } finally {
      const shown = this.db.ops.lastExecutedQuery(this.cursor, sql, params);
      this.#log(time() - start, shown, shown, params);
    }
  }

  /** @models django.db.backends.utils:CursorDebugWrapper.executemany */
  override executemany(sql: string, paramList: ParameterSets): DriverCursor {
    const start = time();
    try {
      return super.executemany(sql, paramList);
    } finally {
      const times = Array.isArray(paramList) ? paramList.length : '?';
      this.#log(time() - start, `${times} times: ${sql}`, sql, paramList);
    }
  }

  #log(duration: number, kept: string, sql: string, params: unknown): void {
    const seconds = duration.toFixed(3);
    this.db.queriesLog.append({ sql: kept, time: seconds });
    logger.log('debug', `(${seconds}) ${sql}; args=${repr(params)}`, {
      extra: { duration, sql, params },
    });
  }
}

/**
 * What stands between Python's `sqlite3` and a real SQLite: a driver. Node's own SQLite is one
 * (`#runtime/adapters/sqlite`), its WebAssembly build in a browser another
 * (`#runtime/adapters/wasm-sqlite`). Whoever runs a program registers one before it connects.
 *
 * @module
 */

import { InterfaceError } from './errors.ts';

/** What SQLite holds: whole numbers are `bigint` here, `number` is a float. */
export type SqlValue = null | bigint | number | string | Uint8Array;

/** A column of a result: its name, and its type where it is a table's column that says one. */
export interface SqlColumn {
  readonly name: string;
  readonly declaredType: string | null;
}

/** A statement, ready to be run as often as wanted. */
export interface SqlStatement {
  /** The text of this statement alone, without what followed it. */
  readonly source: string;
  /** Empty for a statement that gives no rows. */
  readonly columns: readonly SqlColumn[];
  /** Runs it with parameters by place or by name, and gives all rows. @throws {SqliteFailure} */
  run(parameters: readonly SqlValue[] | ReadonlyMap<string, SqlValue>): SqlValue[][];
}

/** An open database. */
export interface SqlDatabase {
  /** Whether a transaction is open. */
  readonly inTransaction: boolean;
  /** How many rows the last statement changed. */
  readonly changes: number;
  /** The row that was inserted last, 0 before there was one. */
  readonly lastInsertRowid: bigint;
  /** The first statement of a text, `null` where there is none. @throws {SqliteFailure} */
  prepare(sql: string): SqlStatement | null;
  /** Makes a function that SQL can call; `null` in and out stands for NULL. */
  createFunction(name: string, parameters: number, body: (...values: SqlValue[]) => SqlValue): void;
  /** Closes it; a transaction that is open is rolled back. */
  close(): void;
}

/** How a database is opened. */
export interface OpenOptions {
  /** How long to wait for a lock, in milliseconds. */
  timeout: number;
}

/** Opens databases. */
export interface SqliteDriver {
  /** The release of SQLite, such as `3.40.1`. */
  readonly version: string;
  /** Opens a file, a `file:` address, or `:memory:`. @throws {SqliteFailure} */
  open(name: string, options: OpenOptions): SqlDatabase;
}

/** What a driver throws: SQLite's own words and its primary result code. */
export class SqliteFailure extends Error {
  override name = 'SqliteFailure';
  /** Such as 1 for `SQLITE_ERROR`, 19 for `SQLITE_CONSTRAINT`. */
  readonly code: number;

  constructor(message: string, code: number) {
    super(message);
    this.code = code;
  }
}

let registered: SqliteDriver | null = null;

/** Makes a driver the one that connections use, in this process and all later ones. */
export function registerDriver(driver: SqliteDriver): void {
  registered = driver;
}

/** The driver in use. @throws {InterfaceError} where none was registered. */
export function driver(): SqliteDriver {
  if (registered) return registered;
  throw new InterfaceError(
    'There is no SQLite here: in Node, import #runtime/adapters/sqlite before connecting.',
  );
}

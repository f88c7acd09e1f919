/**
 * Runs statements and hands out their rows.
 *
 * @module
 */

import { isPlainObject } from '../objects.ts';
import { typeName } from '../repr.ts';
import type { Connection } from './connection.ts';
import type { SqlColumn, SqlStatement, SqlValue } from './driver.ts';
import { ProgrammingError } from './errors.ts';
import { asPythonErrors } from './failures.ts';
import { readStatement } from './placeholders.ts';
import { bind, convert, converterOf } from './values.ts';

/** A row: a tuple in Python, a frozen array here. */
export type Row = readonly unknown[];

/** Parameters by place, or by name; a string is a sequence of its characters, as in Python. */
export type Parameters = string | readonly unknown[] | Readonly<Record<string, unknown>>;

/** What a cursor says of a column: its name, and six times nothing. */
export type ColumnDescription = readonly [name: string, ...nothing: (null | string)[]];

/** A cursor of a connection. @models sqlite3:Cursor */
export class Cursor {
  readonly connection: Connection;
  /** How many rows `fetchmany()` gives unless told. @models sqlite3:Cursor.arraysize */
  arraysize = 1;
  /** How many rows the last statement changed; -1 for one that changes none. @models sqlite3:Cursor.rowcount */
  rowcount = -1;
  /** The row that was inserted last; `null` before the first statement. @models sqlite3:Cursor.lastrowid */
  lastrowid: number | null = null;
  /** The columns of the last result, `null` where it had none. @models sqlite3:Cursor.description */
  description: readonly ColumnDescription[] | null = null;
  #rows: Row[] = [];
  #closed = false;

  constructor(connection: Connection) {
    this.connection = connection;
  }

  /** Runs one statement; the cursor itself comes back. @throws {ProgrammingError} and what SQLite fails with. @models sqlite3:Cursor.execute */
  execute(sql: string, parameters: Parameters = []): this {
    this.#reset();
    const statement = this.#prepare(sql, 'execute');
    if (!statement) return this;
    const rowcount = this.#run(statement, parameters);
    if (readStatement(statement.source).changesRows) this.rowcount = rowcount;
    this.lastrowid = Number(this.connection._database().lastInsertRowid);
    return this;
  }

  /** Runs one statement with each of several sets of parameters. @throws {ProgrammingError} for one that changes no rows. @models sqlite3:Cursor.executemany */
  executemany(sql: string, sets: Iterable<Parameters>): this {
    this.#reset();
    const statement = this.#prepare(sql, 'executemany');
    if (!statement) return this;
    if (!readStatement(statement.source).changesRows) {
      throw new ProgrammingError('executemany() can only execute DML statements.');
    }
    let changed = 0;
    for (const parameters of sets) changed += this.#run(statement, parameters);
    this.rowcount = changed;
    return this;
  }

  /** The next row, or `null`. @throws {ProgrammingError} when closed. @models sqlite3:Cursor.fetchone */
  fetchone(): Row | null {
    this.#assertOpen();
    return this.#rows.shift() ?? null;
  }

  /** The next rows, at most `size`; all that are left for 0. @throws {ProgrammingError} when closed. @models sqlite3:Cursor.fetchmany */
  fetchmany(size = this.arraysize): Row[] {
    this.#assertOpen();
    return this.#rows.splice(0, size || this.#rows.length);
  }

  /** The rows that are left. @throws {ProgrammingError} when closed. @models sqlite3:Cursor.fetchall */
  fetchall(): Row[] {
    this.#assertOpen();
    return this.#rows.splice(0);
  }

  /** The rows that are left, one by one. */
  *[Symbol.iterator](): Generator<Row, void, undefined> {
    for (let row = this.fetchone(); row; row = this.fetchone()) yield row;
  }

  /** Ends its use; from then on all else throws. @models sqlite3:Cursor.close */
  close(): void {
    this.#closed = true;
    this.#rows = [];
  }

  #reset(): void {
    this.#assertOpen();
    this.#rows = [];
    this.description = null;
    this.rowcount = -1;
  }

  #prepare(sql: string, method: string): SqlStatement | null {
    if (typeof sql !== 'string') {
      throw new TypeError(`${method}() argument 1 must be str, not ${pythonName(sql)}`);
    }
    if (!readStatement(sql).hasStatement) return null;
    const statement = asPythonErrors(() => this.connection._database().prepare(sql));
    if (statement && hasMore(sql, statement)) {
      throw new ProgrammingError('You can only execute one statement at a time.');
    }
    return statement;
  }

  #run(statement: SqlStatement, parameters: Parameters): number {
    const bound = bindAll(statement.source, parameters);
    const database = this.connection._database();
    if (readStatement(statement.source).changesRows) this.connection._begin();
    this.#take(
      statement.columns,
      asPythonErrors(() => statement.run(bound)),
    );
    return database.changes;
  }

  #take(columns: readonly SqlColumn[], rows: readonly SqlValue[][]): void {
    if (columns.length === 0) return;
    this.description = columns.map(({ name }) => [name, null, null, null, null, null, null]);
    const { detectTypes } = this.connection;
    const converters = columns.map((column) => (detectTypes ? converterOf(column) : null));
    this.#rows = rows.map((row) =>
      Object.freeze(row.map((held, index) => convert(held, converters[index] ?? null))),
    );
  }

  #assertOpen(): void {
    if (this.#closed) throw new ProgrammingError('Cannot operate on a closed cursor.');
    this.connection._database();
  }
}

function hasMore(sql: string, { source }: SqlStatement): boolean {
  return sql.length > source.length && readStatement(sql.slice(source.length)).hasStatement;
}

function bindAll(
  sql: string,
  parameters: Parameters,
): readonly SqlValue[] | ReadonlyMap<string, SqlValue> {
  const names = readStatement(sql).placeholders;
  if (typeof parameters === 'string') return bindByPlace(names, Array.from(parameters));
  if (Array.isArray(parameters)) return bindByPlace(names, parameters);
  if (isPlainObject(parameters)) return bindByName(names, parameters);
  throw new ProgrammingError('parameters are of unsupported type');
}

function bindByPlace(names: readonly unknown[], given: readonly unknown[]): SqlValue[] {
  if (names.length !== given.length) {
    throw new ProgrammingError(
      `Incorrect number of bindings supplied. The current statement uses ${names.length}, and there are ${given.length} supplied.`,
    );
  }
  return given.map((value, index) => bind(value, index + 1));
}

function bindByName(
  names: readonly (string | null)[],
  given: Readonly<Record<string, unknown>>,
): Map<string, SqlValue> {
  return new Map(
    names.map((name, index) => {
      if (name === null) {
        throw new ProgrammingError(
          `Binding ${index + 1} has no name, but you supplied a dictionary (which has only names).`,
        );
      }
      const key = name.slice(1);
      if (!Object.hasOwn(given, key)) {
        throw new ProgrammingError(`You did not supply a value for binding parameter :${key}.`);
      }
      return [name, bind(given[key], index + 1)];
    }),
  );
}

function pythonName(value: unknown): string {
  return value === null || value === undefined ? 'None' : typeName(value);
}

/**
 * Node's own SQLite as the driver of `#runtime/sqlite3`; importing this module registers it.
 *
 * @module
 */

import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';

import {
  type OpenOptions,
  registerDriver,
  type SqlDatabase,
  type SqliteDriver,
  SqliteFailure,
  type SqlStatement,
  type SqlValue,
} from '../sqlite3/driver.ts';
import { readStatement } from '../sqlite3/placeholders.ts';

interface NodeError extends Error {
  errcode?: number;
}

function failing<T>(step: () => T): T {
  try {
    return step();
  } catch (error) {
    const code = (error as NodeError).errcode;
    if (code === undefined) throw error;
    throw new SqliteFailure((error as Error).message, code & 0xff);
  }
}

class NodeStatement implements SqlStatement {
  readonly source: string;
  #columns: SqlStatement['columns'] | null = null;
  readonly #statement: StatementSync;
  readonly #owner: NodeDatabase;

  constructor(statement: StatementSync, owner: NodeDatabase) {
    statement.setReadBigInts(true);
    statement.setReturnArrays(true);
    this.source = statement.sourceSQL;
    this.#statement = statement;
    this.#owner = owner;
  }

  get columns(): SqlStatement['columns'] {
    this.#columns ??= this.#statement
      .columns()
      .map(({ name, type }) => ({ name, declaredType: type }));
    return this.#columns;
  }

  run(parameters: readonly SqlValue[] | ReadonlyMap<string, SqlValue>): SqlValue[][] {
    return failing(() => {
      const given =
        parameters instanceof Map ? [Object.fromEntries(parameters)] : (parameters as SqlValue[]);
      return this.columns.length > 0 ? this.#read(given) : this.#change(given);
    });
  }

  #read(given: SQLInputValue[]): SqlValue[][] {
    const rows = this.#statement.all(...given) as unknown as SqlValue[][];
    if (readStatement(this.source).changesRows) this.#owner.readCounters();
    return rows;
  }

  #change(given: SQLInputValue[]): [] {
    const { changes, lastInsertRowid } = this.#statement.run(...given);
    this.#owner.changes = Number(changes);
    this.#owner.lastInsertRowid = BigInt(lastInsertRowid);
    return [];
  }
}

class NodeDatabase implements SqlDatabase {
  changes = 0;
  lastInsertRowid = 0n;
  readonly #database: DatabaseSync;
  #counters: StatementSync | null = null;

  constructor(name: string, { timeout }: OpenOptions) {
    this.#database = new DatabaseSync(name, { timeout, enableForeignKeyConstraints: false });
  }

  get inTransaction(): boolean {
    return this.#database.isTransaction;
  }

  prepare(sql: string): SqlStatement {
    return failing(() => new NodeStatement(this.#database.prepare(sql), this));
  }

  createFunction(
    name: string,
    parameters: number,
    body: (...values: SqlValue[]) => SqlValue,
  ): void {
    const options = { useBigIntArguments: true, varargs: parameters < 0 };
    const whole = (...values: SqlValue[]) => body(...values.slice(0, parameters));
    Object.defineProperty(whole, 'length', { value: Math.max(parameters, 0) });
    failing(() => this.#database.function(name, options, whole));
  }

  close(): void {
    this.#database.close();
  }

  readCounters(): void {
    this.#counters ??= this.#prepareCounters();
    const [changes, rowid] = this.#counters.get() as unknown as [bigint, bigint];
    this.changes = Number(changes);
    this.lastInsertRowid = rowid;
  }

  #prepareCounters(): StatementSync {
    const counters = this.#database.prepare('SELECT changes(), last_insert_rowid()');
    counters.setReadBigInts(true);
    counters.setReturnArrays(true);
    return counters;
  }
}

function versionOf(): string {
  const memory = new DatabaseSync(':memory:');
  const found = memory.prepare('SELECT sqlite_version() AS version').get();
  memory.close();
  return String(found?.['version']);
}

/** Node's own SQLite. */
export const nodeSqlite: SqliteDriver = {
  version: versionOf(),
  open: (name, options) => failing(() => new NodeDatabase(name, options)),
};

registerDriver(nodeSqlite);

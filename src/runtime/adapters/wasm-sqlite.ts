/**
 * SQLite's own WebAssembly build as the driver of `#runtime/sqlite3`, for browsers. Its files lie
 * in the memory of the page or of the worker, as long as that lives, and cannot be locked.
 *
 * @module
 */

import sqlite3InitModule, {
  type Database,
  type PreparedStatement,
  type Sqlite3Static,
  type WasmPointer,
} from '@sqlite.org/sqlite-wasm';
import {
  registerDriver,
  type SqlColumn,
  type SqlDatabase,
  type SqliteDriver,
  SqliteFailure,
  type SqlStatement,
  type SqlValue,
} from '../sqlite3/driver.ts';

/** The driver, and its files. */
export interface WasmSqlite extends SqliteDriver {
  /** Puts a database there, as its file would be on a disk. */
  writeFile(path: string, content: Uint8Array): void;
  /** A database as its file would be on a disk. @throws {SqliteFailure} */
  readFile(path: string): Uint8Array;
}

/** Emscripten's options, which SQLite takes without saying so. */
type Load = (options?: {
  wasmBinary: ArrayBuffer;
  locateFile: (name: string) => string;
}) => Promise<Sqlite3Static>;

/** Loads SQLite and registers it. @param binary `sqlite3.wasm`, where it cannot be fetched */
export async function loadWasmSqlite(binary?: ArrayBuffer): Promise<WasmSqlite> {
  const load: Load = sqlite3InitModule;
  // It tells the console of each kind of file system that a worker without an origin lacks.
  Reflect.set(globalThis, 'sqlite3ApiConfig', { warn: () => undefined });
  const sqlite = await (binary ? load({ wasmBinary: binary, locateFile: (name) => name }) : load());
  // It tells the console of each statement that fails; who ran it hears of it by the error.
  Object.assign(sqlite.config, { warn: () => undefined });
  const driver: WasmSqlite = {
    version: sqlite.capi.sqlite3_libversion(),
    open: (name) => new WasmDatabase(sqlite, name),
    writeFile: (path, content) => sqlite.capi.sqlite3_js_posix_create_file(path, content),
    readFile(path) {
      const database = open(sqlite, path);
      const content = sqlite.capi.sqlite3_js_db_export(database);
      database.close();
      return content;
    },
  };
  registerDriver(driver);
  return driver;
}

function open(sqlite: Sqlite3Static, name: string): Database {
  try {
    return new sqlite.oo1.DB(name, 'c');
  } catch (error) {
    const code = error instanceof sqlite.SQLite3Error ? error.resultCode : 1;
    throw new SqliteFailure(sqlite.capi.sqlite3_errstr(code), code & 0xff);
  }
}

class WasmDatabase implements SqlDatabase {
  readonly #sqlite: Sqlite3Static;
  readonly #database: Database;
  /** Statements that nobody can run any more are given up, as SQLite would else keep them. */
  readonly #unreachable = new FinalizationRegistry<PreparedStatement>((statement) =>
    statement.finalize(),
  );

  constructor(sqlite: Sqlite3Static, name: string) {
    this.#sqlite = sqlite;
    this.#database = open(sqlite, name);
  }

  get inTransaction(): boolean {
    return this.#sqlite.capi.sqlite3_get_autocommit(this.#database) === 0;
  }

  get changes(): number {
    return this.#database.changes();
  }

  get lastInsertRowid(): bigint {
    return BigInt(this.#sqlite.capi.sqlite3_last_insert_rowid(this.#database));
  }

  prepare(sql: string): SqlStatement {
    const prepared = this.#failing(() => this.#database.prepare(sql));
    const statement = new WasmStatement(this.#sqlite, this.#database, prepared);
    this.#unreachable.register(statement, prepared);
    return statement;
  }

  createFunction(
    name: string,
    parameters: number,
    body: (...values: SqlValue[]) => SqlValue,
  ): void {
    const { capi, wasm } = this.#sqlite;
    const call = (context: WasmPointer, count: number, values: WasmPointer): void => {
      try {
        const given = Array.from({ length: count }, (_, index) =>
          valueAt(this.#sqlite, wasm.peekPtr(values + index * wasm.sizeofIR('*')) as WasmPointer),
        );
        giveBack(this.#sqlite, context, body(...given));
      } catch {
        capi.sqlite3_result_error(context, 'user-defined function raised exception', -1);
      }
    };
    const pointer = wasm.installFunction('v(pip)', call);
    const flags = capi.SQLITE_UTF8;
    const none = 0 as WasmPointer;
    capi.sqlite3_create_function(
      this.#database,
      name,
      parameters,
      flags,
      none,
      pointer,
      none,
      none,
    );
  }

  close(): void {
    this.#database.close();
  }

  #failing<T>(step: () => T): T {
    return failing(this.#sqlite, this.#database, step);
  }
}

class WasmStatement implements SqlStatement {
  readonly source: string;
  readonly columns: readonly SqlColumn[];
  readonly #sqlite: Sqlite3Static;
  readonly #database: Database;
  readonly #statement: PreparedStatement;

  constructor(sqlite: Sqlite3Static, database: Database, statement: PreparedStatement) {
    const { capi } = sqlite;
    this.source = capi.sqlite3_sql(statement);
    this.columns = Array.from({ length: statement.columnCount }, (_, index) => ({
      name: capi.sqlite3_column_name(statement, index),
      declaredType: capi.sqlite3_column_decltype(statement, index) ?? null,
    }));
    this.#sqlite = sqlite;
    this.#database = database;
    this.#statement = statement;
  }

  run(parameters: readonly SqlValue[] | ReadonlyMap<string, SqlValue>): SqlValue[][] {
    return failing(this.#sqlite, this.#database, () => {
      try {
        this.#bind(parameters);
        const rows: SqlValue[][] = [];
        while (this.#statement.step()) rows.push(this.#row());
        return rows;
      } finally {
        this.#statement.reset(true);
      }
    });
  }

  #row(): SqlValue[] {
    const { capi } = this.#sqlite;
    return this.columns.map((_, index) =>
      valueAt(this.#sqlite, capi.sqlite3_column_value(this.#statement, index)),
    );
  }

  #bind(parameters: readonly SqlValue[] | ReadonlyMap<string, SqlValue>): void {
    const { capi } = this.#sqlite;
    if (!(parameters instanceof Map)) {
      for (const [index, value] of (parameters as SqlValue[]).entries()) {
        this.#bindOne(index + 1, value);
      }
      return;
    }
    for (const [name, value] of parameters) {
      this.#bindOne(capi.sqlite3_bind_parameter_index(this.#statement, name), value);
    }
  }

  #bindOne(index: number, value: SqlValue): void {
    const { capi } = this.#sqlite;
    // Bound as a number, a float that is whole would become an integer.
    const isFloat = typeof value === 'number';
    const code = isFloat ? capi.sqlite3_bind_double(this.#statement, index, value) : 0;
    if (code !== 0) throw new Error(capi.sqlite3_errstr(code));
    if (!isFloat) this.#statement.bind(index, value);
  }
}

function failing<T>(sqlite: Sqlite3Static, database: Database, step: () => T): T {
  try {
    return step();
  } catch (error) {
    if (!(error instanceof sqlite.SQLite3Error)) throw error;
    const message = sqlite.capi.sqlite3_errmsg(database);
    throw new SqliteFailure(message, error.resultCode & 0xff);
  }
}

function valueAt({ capi }: Sqlite3Static, pointer: WasmPointer): SqlValue {
  switch (capi.sqlite3_value_type(pointer)) {
    case capi.SQLITE_INTEGER:
      return BigInt(capi.sqlite3_value_int64(pointer));
    case capi.SQLITE_FLOAT:
      return capi.sqlite3_value_double(pointer);
    default:
      return capi.sqlite3_value_to_js(pointer) as SqlValue;
  }
}

function giveBack({ capi }: Sqlite3Static, context: WasmPointer, value: SqlValue): void {
  if (typeof value === 'bigint') capi.sqlite3_result_int64(context, value);
  else if (typeof value === 'number') capi.sqlite3_result_double(context, value);
  else capi.sqlite3_result_js(context, value);
}

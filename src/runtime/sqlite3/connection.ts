/**
 * A connection to a database, and the transactions that Python begins of its own accord.
 *
 * @module
 */

import { Cursor, type Parameters } from './cursor.ts';
import { driver, type SqlDatabase, type SqlValue } from './driver.ts';
import { ProgrammingError } from './errors.ts';
import { asPythonErrors } from './failures.ts';

/** How a connection is made: Python's keyword arguments. */
export interface ConnectOptions {
  /** How long to wait for a lock, in seconds. */
  timeout?: number;
  /** Whether declared types decide what a column gives. */
  detectTypes?: boolean;
  /** What stands behind `BEGIN` before rows are changed; `null` begins nothing. */
  isolationLevel?: string | null;
}

/** A connection. @models sqlite3:Connection */
export class Connection {
  readonly detectTypes: boolean;
  #database: SqlDatabase | null;
  #isolationLevel: string | null;

  /** @throws {OperationalError} where the file cannot be opened. */
  constructor(name: string, options: ConnectOptions = {}) {
    const { timeout = 5, detectTypes = false, isolationLevel = '' } = options;
    this.detectTypes = detectTypes;
    this.#isolationLevel = isolationLevel;
    this.#database = asPythonErrors(() => driver().open(name, { timeout: timeout * 1000 }));
  }

  /** Whether a transaction is open. @models sqlite3:Connection.in_transaction */
  get inTransaction(): boolean {
    return this._database().inTransaction;
  }

  /** What stands behind `BEGIN`; setting it to `null` commits. @throws {ProgrammingError} @models sqlite3:Connection.isolation_level */
  get isolationLevel(): string | null {
    return this.#isolationLevel;
  }

  set isolationLevel(level: string | null) {
    if (level === null) this.commit();
    this.#isolationLevel = level;
  }

  /** A new cursor, of a class of its own where one is named. @throws {ProgrammingError} when closed. @models sqlite3:Connection.cursor */
  cursor<Kind extends Cursor = Cursor>(
    factory: new (connection: Connection) => Kind = Cursor as new (connection: Connection) => Kind,
  ): Kind {
    this._database();
    return new factory(this);
  }

  /** Runs a statement with a cursor made for it, which comes back. @models sqlite3:Connection.execute */
  execute(sql: string, parameters: Parameters = []): Cursor {
    return this.cursor().execute(sql, parameters);
  }

  /** Commits, if a transaction is open. @throws {ProgrammingError} when closed. @models sqlite3:Connection.commit */
  commit(): void {
    if (this.inTransaction) this.#command('COMMIT');
  }

  /** Rolls back, if a transaction is open. @throws {ProgrammingError} when closed. @models sqlite3:Connection.rollback */
  rollback(): void {
    if (this.inTransaction) this.#command('ROLLBACK');
  }

  /** Makes a function that SQL can call. @models sqlite3:Connection.create_function */
  createFunction(
    name: string,
    parameters: number,
    body: (...values: SqlValue[]) => SqlValue,
  ): void {
    asPythonErrors(() => this._database().createFunction(name, parameters, body));
  }

  /** Closes it, as often as one likes; what was not committed is lost. @models sqlite3:Connection.close */
  close(): void {
    this.#database?.close();
    this.#database = null;
  }

  /** Begins a transaction before rows are changed, unless there is one or none is wanted. */
  _begin(): void {
    if (this.#isolationLevel !== null && !this.inTransaction) {
      this.#command(`BEGIN ${this.#isolationLevel}`);
    }
  }

  /** The database. @throws {ProgrammingError} when closed. */
  _database(): SqlDatabase {
    if (this.#database) return this.#database;
    throw new ProgrammingError('Cannot operate on a closed database.');
  }

  #command(sql: string): void {
    asPythonErrors(() => this._database().prepare(sql)?.run([]));
  }
}

/** Opens a database. @throws {OperationalError} @models sqlite3:connect */
export function connect(database: string, options: ConnectOptions = {}): Connection {
  return new Connection(database, options);
}

/**
 * A real SQLite behind as much of a cursor as the session table asks for.
 *
 * @module
 */

import { DatabaseSync } from 'node:sqlite';
import { Exception } from '#runtime/builtins';
import type { SqlConnection, SqlCursor } from '#runtime/django/contrib/sessions/sql-session-table';

class IntegrityError extends Exception {
  override name = 'IntegrityError';
}

/** A database in memory; `log` holds the statements that were sent, with their parameters. */
export class SqliteConnection implements SqlConnection {
  readonly log: [sql: string, params: readonly unknown[]][] = [];
  readonly #database = new DatabaseSync(':memory:');

  cursor(): SqlCursor {
    let rows: unknown[][] = [];
    let rowcount = -1;
    return {
      execute: (sql, params = []) => {
        this.log.push([sql, params]);
        const statement = this.#database.prepare(sql.replaceAll('%s', '?'));
        statement.setReturnArrays(true);
        const values = params.map(String);
        if (sql.startsWith('SELECT')) rows = statement.all(...values) as unknown as unknown[][];
        else rowcount = changes(() => Number(statement.run(...values).changes));
      },
      fetchone: () => rows.shift() ?? null,
      get rowcount() {
        return rowcount;
      },
    };
  }

  close(): void {
    this.#database.close();
  }
}

function changes(run: () => number): number {
  try {
    return run();
  } catch (error) {
    if (error instanceof Error && error.message.includes('UNIQUE')) {
      throw new IntegrityError(error.message);
    }
    throw error;
  }
}

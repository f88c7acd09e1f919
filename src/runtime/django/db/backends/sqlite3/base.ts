/**
 * SQLite as one of Django's databases, on top of `#runtime/sqlite3`. Whoever runs a program
 * chooses the driver of that, as `import '#runtime/adapters/sqlite'` does in Node.
 *
 * @module
 */

import * as Database from '../../../../sqlite3.ts';
import { ImproperlyConfigured } from '../../../core/exceptions.ts';
import { BaseDatabaseWrapper } from '../base/base.ts';
import { BaseDatabaseFeatures } from '../base/features.ts';
import type { QueryParameters } from '../driver.ts';
import { parseDatetime } from './parse-datetime.ts';
import { DatabaseOperations } from './operations.ts';

Database.registerConverter('bool', (held) => held === '1', { atImport: true });
Database.registerConverter('datetime', parseDatetime, { atImport: true });
Database.registerConverter('timestamp', parseDatetime, { atImport: true });

/** @models django.db.backends.sqlite3.features:DatabaseFeatures */
class DatabaseFeatures extends BaseDatabaseFeatures {
  override readonly supportsTimezones = false;
}

/** A database in a file, or in memory. @models django.db.backends.sqlite3.base:DatabaseWrapper */
export class DatabaseWrapper extends BaseDatabaseWrapper<Database.Connection> {
  override readonly vendor = 'sqlite';
  override readonly displayName = 'SQLite';
  override readonly Database = Database;
  override readonly features = new DatabaseFeatures();
  override readonly ops = new DatabaseOperations(() => this.connection);

  /** Begins a transaction while the driver's autocommit stays on. @models django.db.backends.sqlite3.base:DatabaseWrapper._start_transaction_under_autocommit */
  protected override readonly startTransactionUnderAutocommit = (): void => {
    this.cursor().execute('BEGIN');
  };

  /** What the driver is told. @throws {ImproperlyConfigured} without a name. @models django.db.backends.sqlite3.base:DatabaseWrapper.get_connection_params */
  getConnectionParams(): Database.ConnectOptions & { database: string } {
    const { NAME, OPTIONS } = this.settingsDict;
    if (NAME) return { database: NAME, detectTypes: true, ...OPTIONS };
    throw new ImproperlyConfigured(
      'settings.DATABASES is improperly configured. Please supply the NAME value.',
    );
  }

  /** Opens the file, which it makes where there is none; foreign keys hold from then on. @models django.db.backends.sqlite3.base:DatabaseWrapper.get_new_connection */
  override getNewConnection(): Database.Connection {
    const { database, ...options } = this.getConnectionParams();
    const connection = Database.connect(database, options);
    connection.execute('PRAGMA foreign_keys = ON');
    return connection;
  }

  /** @models django.db.backends.sqlite3.base:DatabaseWrapper.create_cursor */
  override createCursor(): SQLiteCursorWrapper {
    if (this.connection) return this.connection.cursor(SQLiteCursorWrapper);
    throw new TypeError("'NoneType' object has no attribute 'cursor'");
  }

  /** Closes the connection; a database in memory stays, since it would be gone. @models django.db.backends.sqlite3.base:DatabaseWrapper.close */
  override close(): void {
    this.validateThreadSharing();
    if (!this.isInMemoryDb()) super.close();
  }

  /** Whether the database is in memory. @models django.db.backends.sqlite3.base:DatabaseWrapper.is_in_memory_db */
  isInMemoryDb(): boolean {
    const { NAME } = this.settingsDict;
    return NAME === ':memory:' || NAME.includes('mode=memory');
  }

  /** It always is. @models django.db.backends.sqlite3.base:DatabaseWrapper.is_usable */
  override isUsable(): boolean {
    return true;
  }

  /** Only in an `atomic` block: elsewhere the driver's autocommit is on. @models django.db.backends.sqlite3.base:DatabaseWrapper._savepoint_allowed */
  protected override _savepointAllowed(): boolean {
    return this.inAtomicBlock;
  }

  /** @models django.db.backends.sqlite3.base:DatabaseWrapper._set_autocommit */
  protected override _setAutocommit(autocommit: boolean): void {
    this.wrapDatabaseErrors.run(() => {
      if (this.connection) this.connection.isolationLevel = autocommit ? null : '';
    });
  }
}

/** A cursor that takes `%s` where SQLite has `?`. @models django.db.backends.sqlite3.base:SQLiteCursorWrapper */
export class SQLiteCursorWrapper extends Database.Cursor {
  /** @models django.db.backends.sqlite3.base:SQLiteCursorWrapper.execute */
  override execute(query: string, params: QueryParameters | string = null): this {
    return params === null ? super.execute(query) : super.execute(this.convertQuery(query), params);
  }

  /** @models django.db.backends.sqlite3.base:SQLiteCursorWrapper.executemany */
  override executemany(query: string, paramList: Iterable<Database.Parameters>): this {
    return super.executemany(this.convertQuery(query), paramList);
  }

  /** `%s` becomes `?`, and `%%` a percent sign. @models django.db.backends.sqlite3.base:SQLiteCursorWrapper.convert_query */
  convertQuery(query: string): string {
    return query.replaceAll(/(?<!%)%s/g, '?').replaceAll('%%', '%');
  }
}

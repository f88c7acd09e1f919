/**
 * The SQL that differs from database to database, as far as transactions go.
 *
 * @module
 */

import type { DriverCursor, QueryParameters } from '../driver.ts';

/** @models django.db.backends.base.operations:BaseDatabaseOperations */
export abstract class BaseDatabaseOperations {
  /** A name in quotes, unless it is in quotes already. @models django.db.backends.base.operations:BaseDatabaseOperations.quote_name */
  abstract quoteName(name: string): string;

  /** A query as it was run, parameters and all, for people to read. @models django.db.backends.base.operations:BaseDatabaseOperations.last_executed_query */
  abstract lastExecutedQuery(cursor: DriverCursor, sql: string, params: QueryParameters): string;

  /** @models django.db.backends.base.operations:BaseDatabaseOperations.savepoint_create_sql */
  savepointCreateSql(sid: string): string {
    return `SAVEPOINT ${this.quoteName(sid)}`;
  }

  /** @models django.db.backends.base.operations:BaseDatabaseOperations.savepoint_commit_sql */
  savepointCommitSql(sid: string): string {
    return `RELEASE SAVEPOINT ${this.quoteName(sid)}`;
  }

  /** @models django.db.backends.base.operations:BaseDatabaseOperations.savepoint_rollback_sql */
  savepointRollbackSql(sid: string): string {
    return `ROLLBACK TO SAVEPOINT ${this.quoteName(sid)}`;
  }

  /** @models django.db.backends.base.operations:BaseDatabaseOperations.start_transaction_sql */
  startTransactionSql(): string {
    return 'BEGIN;';
  }

  /** @models django.db.backends.base.operations:BaseDatabaseOperations.end_transaction_sql */
  endTransactionSql(success = true): string {
    return success ? 'COMMIT;' : 'ROLLBACK;';
  }
}

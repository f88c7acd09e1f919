/**
 * A database as a site sees it. A backend derives from this class and says how its driver
 * connects; everything that is the same for all databases stands here.
 *
 * There is no ORM in this runtime: no models, no query sets, no migrations. What is here is
 * what lies below them, and what the path of a request meets: connections, cursors and
 * transactions.
 *
 * @module
 */

import { currentThread } from '../../../../threading.ts';
import { DEFAULT_DB_ALIAS } from '../../connection-handler.ts';
import { TransactionManagementError } from '../../errors.ts';
import type { CompleteDatabaseSettings } from '../../settings.ts';
import type { DriverConnection } from '../driver.ts';
import { connectionCreated } from '../signals.ts';
import type { CursorWrapper, ExecuteWrapper } from '../utils.ts';
import { Connecting } from './connecting.ts';

/** How autocommit is turned off. */
export interface AutocommitOptions {
  /** Begin a transaction outright where turning it off would not. */
  forceBeginTransactionWithBrokenAutocommit?: boolean;
}

/** A connection to one database in one thread, and its transactions. @models django.db.backends.base.base:BaseDatabaseWrapper */
export abstract class BaseDatabaseWrapper<
  Connection extends DriverConnection = DriverConnection,
> extends Connecting<Connection> {
  constructor(settingsDict: CompleteDatabaseSettings, alias: string = DEFAULT_DB_ALIAS) {
    super(settingsDict, alias);
  }

  /** Turns the driver's autocommit on or off. @models django.db.backends.base.base:BaseDatabaseWrapper._set_autocommit */
  protected abstract _setAutocommit(autocommit: boolean): void;

  /** Begins a transaction outright, where a database needs that; `null` where not. */
  protected readonly startTransactionUnderAutocommit: (() => void) | null = null;

  /** Commits. @throws {TransactionManagementError} in an `atomic` block. @models django.db.backends.base.base:BaseDatabaseWrapper.commit */
  commit(): void {
    this.validateThreadSharing();
    this.validateNoAtomicBlock();
    this._commit();
    this.errorsOccurred = false;
    this.runCommitHooksOnSetAutocommitOn = true;
  }

  /** Rolls back. @throws {TransactionManagementError} in an `atomic` block. @models django.db.backends.base.base:BaseDatabaseWrapper.rollback */
  rollback(): void {
    this.validateThreadSharing();
    this.validateNoAtomicBlock();
    this._rollback();
    this.errorsOccurred = false;
    this.needsRollback = false;
    this.runOnCommit = [];
  }

  /** Makes a savepoint and gives its name; does nothing where there can be none. @models django.db.backends.base.base:BaseDatabaseWrapper.savepoint */
  savepoint(): string | null {
    if (!this._savepointAllowed()) return null;
    this.savepointState += 1;
    const sid = `s${currentThread().ident}_x${this.savepointState}`;
    this.validateThreadSharing();
    this._savepoint(sid);
    return sid;
  }

  /** Rolls back to a savepoint, and forgets what was to be run on commit since. @models django.db.backends.base.base:BaseDatabaseWrapper.savepoint_rollback */
  savepointRollback(sid: string): void {
    if (!this._savepointAllowed()) return;
    this.validateThreadSharing();
    this._savepointRollback(sid);
    this.runOnCommit = this.runOnCommit.filter(([savepoints]) => !savepoints.has(sid));
  }

  /** Releases a savepoint. @models django.db.backends.base.base:BaseDatabaseWrapper.savepoint_commit */
  savepointCommit(sid: string): void {
    if (!this._savepointAllowed()) return;
    this.validateThreadSharing();
    this._savepointCommit(sid);
  }

  /** Counts savepoints from the beginning again. @models django.db.backends.base.base:BaseDatabaseWrapper.clean_savepoints */
  cleanSavepoints(): void {
    this.savepointState = 0;
  }

  /** Whether each query is a transaction of its own; connects where that is needed. @models django.db.backends.base.base:BaseDatabaseWrapper.get_autocommit */
  getAutocommit(): boolean {
    this.ensureConnection();
    return this.autocommit;
  }

  /** Turns autocommit on or off. @throws {TransactionManagementError} in an `atomic` block. @models django.db.backends.base.base:BaseDatabaseWrapper.set_autocommit */
  override setAutocommit(autocommit: boolean, options: AutocommitOptions = {}): void {
    this.validateNoAtomicBlock();
    this.ensureConnection();
    const { forceBeginTransactionWithBrokenAutocommit: force = false } = options;
    if (force && !autocommit && this.startTransactionUnderAutocommit) {
      this.startTransactionUnderAutocommit();
    } else {
      this._setAutocommit(autocommit);
    }
    this.autocommit = autocommit;
    if (autocommit && this.runCommitHooksOnSetAutocommitOn) {
      this.runAndClearCommitHooks();
      this.runCommitHooksOnSetAutocommitOn = false;
    }
  }

  /** Whether a rollback is due. @throws {TransactionManagementError} outside a block. @models django.db.backends.base.base:BaseDatabaseWrapper.get_rollback */
  getRollback(): boolean {
    this.#assertInBlock();
    return this.needsRollback;
  }

  /** Has the innermost block with a savepoint be rolled back at its end, or not. @throws {TransactionManagementError} outside a block. @models django.db.backends.base.base:BaseDatabaseWrapper.set_rollback */
  setRollback(rollback: boolean): void {
    this.#assertInBlock();
    this.needsRollback = rollback;
  }

  /** @throws {TransactionManagementError} in an `atomic` block. @models django.db.backends.base.base:BaseDatabaseWrapper.validate_no_atomic_block */
  validateNoAtomicBlock(): void {
    if (!this.inAtomicBlock) return;
    throw new TransactionManagementError("This is forbidden when an 'atomic' block is active.");
  }

  /** @throws {TransactionManagementError} while a rollback is due. @models django.db.backends.base.base:BaseDatabaseWrapper.validate_no_broken_transaction */
  validateNoBrokenTransaction(): void {
    if (!this.needsRollback) return;
    throw new TransactionManagementError(
      "An error occurred in the current transaction. You can't execute queries until the end of the 'atomic' block.",
    );
  }

  /** Runs a function after the commit: at once where no transaction is open. @throws {TransactionManagementError} with autocommit off. @models django.db.backends.base.base:BaseDatabaseWrapper.on_commit */
  onCommit(hook: () => void): void {
    if (this.inAtomicBlock) {
      this.runOnCommit.push([new Set(this.savepointIds), hook]);
    } else if (this.getAutocommit()) {
      hook();
    } else {
      throw new TransactionManagementError(
        'on_commit() cannot be used in manual transaction management',
      );
    }
  }

  /** Runs what waits for the commit; an error ends it, and the rest is forgotten. @models django.db.backends.base.base:BaseDatabaseWrapper.run_and_clear_commit_hooks */
  runAndClearCommitHooks(): void {
    this.validateNoAtomicBlock();
    const hooks = this.runOnCommit;
    this.runOnCommit = [];
    for (const [, hook] of hooks) hook();
  }

  /** Puts a wrapper around every query that the body runs. @models django.db.backends.base.base:BaseDatabaseWrapper.execute_wrapper */
  executeWrapper<T>(wrapper: ExecuteWrapper, body: () => T): T {
    this.executeWrappers.push(wrapper);
    try {
      return body();
    } finally {
      this.executeWrappers.pop();
    }
  }

  /** Runs a body with a cursor, and closes the connection after it if it was opened for that. @models django.db.backends.base.base:BaseDatabaseWrapper.temporary_connection */
  temporaryConnection<T>(body: (cursor: CursorWrapper) => T): T {
    const mustClose = this.connection === null;
    try {
      const cursor = this.cursor();
      try {
        return body(cursor);
      } finally {
        cursor[Symbol.dispose]();
      }
    } finally {
      if (mustClose) this.close();
    }
  }

  /** @models django.db.backends.base.base:BaseDatabaseWrapper._savepoint_allowed */
  protected _savepointAllowed(): boolean {
    return this.features.usesSavepoints && !this.getAutocommit();
  }

  /** @models django.db.backends.base.base:BaseDatabaseWrapper._commit */
  protected _commit(): void {
    this.wrapDatabaseErrors.run(() => this.connection?.commit());
  }

  /** @models django.db.backends.base.base:BaseDatabaseWrapper._rollback */
  protected _rollback(): void {
    this.wrapDatabaseErrors.run(() => this.connection?.rollback());
  }

  /** @models django.db.backends.base.base:BaseDatabaseWrapper._savepoint */
  protected _savepoint(sid: string): void {
    this.#run(this.ops.savepointCreateSql(sid));
  }

  /** @models django.db.backends.base.base:BaseDatabaseWrapper._savepoint_rollback */
  protected _savepointRollback(sid: string): void {
    this.#run(this.ops.savepointRollbackSql(sid));
  }

  /** @models django.db.backends.base.base:BaseDatabaseWrapper._savepoint_commit */
  protected _savepointCommit(sid: string): void {
    this.#run(this.ops.savepointCommitSql(sid));
  }

  protected override announceConnection(): void {
    connectionCreated.send(this.constructor, { connection: this as BaseDatabaseWrapper });
  }

  #run(sql: string): void {
    const cursor = this.cursor();
    try {
      cursor.execute(sql);
    } finally {
      cursor[Symbol.dispose]();
    }
  }

  #assertInBlock(): void {
    if (this.inAtomicBlock) return;
    throw new TransactionManagementError(
      "The rollback flag doesn't work outside of an 'atomic' block.",
    );
  }
}

/**
 * When a connection is opened, and when it is closed.
 *
 * @module
 */

import { UserWarning } from '../../../../builtins.ts';
import { time } from '../../../../time.ts';
import { warn } from '../../../../warnings.ts';
import { settings } from '../../../conf.ts';
import { ImproperlyConfigured } from '../../../core/exceptions.ts';
import { DatabaseErrorWrapper, type DriverErrors } from '../../error-wrapper.ts';
import type { CompleteDatabaseSettings } from '../../settings.ts';
import type { DriverConnection, DriverCursor } from '../driver.ts';
import { CursorDebugWrapper, CursorWrapper, type ExecuteWrapper } from '../utils.ts';
import type { BaseDatabaseWrapper } from './base.ts';
import type { BaseDatabaseFeatures } from './features.ts';
import type { BaseDatabaseOperations } from './operations.ts';
import { type LoggedQuery, QueryLog } from './query-log.ts';
import { ThreadBound } from './thread-bound.ts';

/** A function to be run on commit, and the savepoints that were open when it came. */
export type CommitHook = readonly [savepoints: ReadonlySet<string | null>, hook: () => void];

/** The half of a database wrapper that connects, makes cursors and closes. */
export abstract class Connecting<Connection extends DriverConnection> extends ThreadBound {
  /** How many queries are kept. @models django.db.backends.base.base:BaseDatabaseWrapper.queries_limit */
  static readonly queriesLimit: number = 9000;

  abstract readonly vendor: string;
  abstract readonly displayName: string;
  /** The driver's errors. */
  abstract readonly Database: DriverErrors;
  abstract readonly features: BaseDatabaseFeatures;
  abstract readonly ops: BaseDatabaseOperations;

  /** The driver's connection; `null` while there is none. */
  connection: Connection | null = null;
  readonly settingsDict: CompleteDatabaseSettings;
  /** The queries so far, while they are logged. */
  readonly queriesLog: QueryLog;
  /** Logs queries whatever `DEBUG` says. */
  forceDebugCursor = false;
  /** Whether each query is a transaction of its own; off before the first connection, as in PEP 249. */
  autocommit = false;
  /** Whether an `atomic` block is open. */
  inAtomicBlock = false;
  /** Counts savepoints, so that each has a name of its own. */
  savepointState = 0;
  /** The savepoints of the open blocks, `null` for a block without one. */
  savepointIds: (string | null)[] = [];
  /** Whether the outermost block commits at its end. */
  commitOnExit = true;
  /** Whether the innermost block with a savepoint has to be rolled back. */
  needsRollback = false;
  /** When the connection is too old, in seconds since 1970; `null` for never. */
  closeAt: number | null = null;
  closedInTransaction = false;
  errorsOccurred = false;
  runOnCommit: CommitHook[] = [];
  /** Whether hooks are to be run the next time that autocommit is turned on. */
  runCommitHooksOnSetAutocommitOn = false;
  /** Stand around every query, the last one innermost. */
  readonly executeWrappers: ExecuteWrapper[] = [];
  /** Turns the driver's errors into Django's. @models django.db.backends.base.base:BaseDatabaseWrapper.wrap_database_errors */
  readonly wrapDatabaseErrors: DatabaseErrorWrapper;

  constructor(settingsDict: CompleteDatabaseSettings, alias: string) {
    super(alias);
    this.settingsDict = settingsDict;
    this.queriesLog = new QueryLog((this.constructor as typeof Connecting).queriesLimit);
    this.wrapDatabaseErrors = new DatabaseErrorWrapper(this);
  }

  /** Opens a connection of the driver. @models django.db.backends.base.base:BaseDatabaseWrapper.get_new_connection */
  abstract getNewConnection(): Connection;
  /** Makes a cursor of the driver. @models django.db.backends.base.base:BaseDatabaseWrapper.create_cursor */
  abstract createCursor(): DriverCursor;
  /** Whether the connection still answers. @models django.db.backends.base.base:BaseDatabaseWrapper.is_usable */
  abstract isUsable(): boolean;
  abstract setAutocommit(autocommit: boolean): void;
  protected abstract announceConnection(): void;

  /** Whether queries are logged. @models django.db.backends.base.base:BaseDatabaseWrapper.queries_logged */
  get queriesLogged(): boolean {
    return this.forceDebugCursor || settings.DEBUG;
  }

  /** The queries that were logged; warns where there were too many. @models django.db.backends.base.base:BaseDatabaseWrapper.queries */
  get queries(): LoggedQuery[] {
    const { maxlen } = this.queriesLog;
    if (this.queriesLog.length === maxlen) {
      warn(
        `Limit for query logging exceeded, only the last ${maxlen} queries will be returned.`,
        UserWarning,
      );
    }
    return [...this.queriesLog];
  }

  /** Connects anew and forgets what the connection before was doing. @models django.db.backends.base.base:BaseDatabaseWrapper.connect */
  connect(): void {
    this.checkSettings();
    this.inAtomicBlock = false;
    this.savepointIds = [];
    this.needsRollback = false;
    const { CONN_MAX_AGE, AUTOCOMMIT } = this.settingsDict;
    this.closeAt = CONN_MAX_AGE === null ? null : time() + CONN_MAX_AGE;
    this.closedInTransaction = false;
    this.errorsOccurred = false;
    this.connection = this.getNewConnection();
    this.setAutocommit(AUTOCOMMIT);
    this.announceConnection();
    this.runOnCommit = [];
  }

  /** @throws {ImproperlyConfigured} for a time zone that cannot be had. @models django.db.backends.base.base:BaseDatabaseWrapper.check_settings */
  checkSettings(): void {
    if (this.settingsDict.TIME_ZONE === null) return;
    const reason = settings.USE_TZ
      ? 'its engine handles time zones conversions natively'
      : 'USE_TZ is False';
    if (settings.USE_TZ && !this.features.supportsTimezones) return;
    throw new ImproperlyConfigured(
      `Connection '${this.alias}' cannot set TIME_ZONE because ${reason}.`,
    );
  }

  /** Connects unless there is a connection. @models django.db.backends.base.base:BaseDatabaseWrapper.ensure_connection */
  ensureConnection(): void {
    if (this.connection === null) this.wrapDatabaseErrors.run(() => this.connect());
  }

  /** A cursor; connects where that is needed. @throws {DatabaseError} in another thread. @models django.db.backends.base.base:BaseDatabaseWrapper.cursor */
  cursor(): CursorWrapper {
    return this._cursor();
  }

  /** Closes the connection, or marks it as closed while a block is open. @models django.db.backends.base.base:BaseDatabaseWrapper.close */
  close(): void {
    this.validateThreadSharing();
    this.runOnCommit = [];
    if (this.closedInTransaction || this.connection === null) return;
    try {
      this._close();
    } finally {
      if (this.inAtomicBlock) {
        this.closedInTransaction = true;
        this.needsRollback = true;
      } else {
        this.connection = null;
      }
    }
  }

  /** Closes the connection where its autocommit is not as it was, it no longer answers, or it is too old. @models django.db.backends.base.base:BaseDatabaseWrapper.close_if_unusable_or_obsolete */
  closeIfUnusableOrObsolete(): void {
    if (this.connection !== null && this.#isUnusableOrObsolete()) this.close();
  }

  /** A cursor that logs. @models django.db.backends.base.base:BaseDatabaseWrapper.make_debug_cursor */
  makeDebugCursor(cursor: DriverCursor): CursorWrapper {
    return new CursorDebugWrapper(cursor, this.#whole());
  }

  /** A cursor that does not log. @models django.db.backends.base.base:BaseDatabaseWrapper.make_cursor */
  makeCursor(cursor: DriverCursor): CursorWrapper {
    return new CursorWrapper(cursor, this.#whole());
  }

  /** @models django.db.backends.base.base:BaseDatabaseWrapper._cursor */
  protected _cursor(): CursorWrapper {
    this.ensureConnection();
    return this.wrapDatabaseErrors.run(() => {
      const cursor = this.createCursor();
      this.validateThreadSharing();
      return this.queriesLogged ? this.makeDebugCursor(cursor) : this.makeCursor(cursor);
    });
  }

  /** @models django.db.backends.base.base:BaseDatabaseWrapper._close */
  protected _close(): void {
    this.wrapDatabaseErrors.run(() => this.connection?.close());
  }

  #isUnusableOrObsolete(): boolean {
    if (this.autocommit !== this.settingsDict.AUTOCOMMIT) return true;
    if (this.errorsOccurred) {
      if (!this.isUsable()) return true;
      this.errorsOccurred = false;
    }
    return this.closeAt !== null && time() >= this.closeAt;
  }

  #whole(): BaseDatabaseWrapper {
    return this as unknown as BaseDatabaseWrapper;
  }
}

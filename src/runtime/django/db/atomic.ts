/**
 * All or nothing.
 *
 * @module
 */

import { shareModule } from '../../importlib.ts';
import { connections } from '../db.ts';
import type { BaseDatabaseWrapper } from './backends/base/base.ts';
import { DEFAULT_DB_ALIAS } from './connection-handler.ts';
import { DatabaseError, Error as AnyDatabaseError, TransactionManagementError } from './errors.ts';

/** What Python's keyword arguments of `atomic()` are. */
export interface AtomicOptions {
  /** The alias of the database; `null` means the default one. */
  using?: string | null;
  /** Whether a block inside another has a savepoint of its own; true unless told. */
  savepoint?: boolean;
}

type Callable = (...given: never[]) => unknown;

/** A block that is committed whole or not at all; one object serves any number of blocks. @models django.db.transaction:Atomic */
export class Atomic {
  readonly using: string | null;
  readonly savepoint: boolean;

  constructor(using: string | null, savepoint: boolean) {
    this.using = using;
    this.savepoint = savepoint;
  }

  /** Begins a transaction, or a savepoint in the one that is open. @throws {TransactionManagementError} @models django.db.transaction:Atomic.__enter__ */
  enter(): void {
    const connection = this.#connection();
    if (!connection.inAtomicBlock) beginOutermost(connection);
    if (connection.inAtomicBlock) {
      const wanted = this.savepoint && !connection.needsRollback;
      connection.savepointIds.push(wanted ? connection.savepoint() : null);
    } else {
      connection.setAutocommit(false, { forceBeginTransactionWithBrokenAutocommit: true });
      connection.inAtomicBlock = true;
    }
  }

  /** Commits where the block went well, else rolls back. @throws what a commit fails with. @models django.db.transaction:Atomic.__exit__ */
  exit(wentWell: boolean): void {
    const connection = this.#connection();
    const sid = connection.savepointIds.pop();
    if (sid === undefined) connection.inAtomicBlock = false;
    try {
      if (connection.closedInTransaction) return;
      if (wentWell && !connection.needsRollback) {
        if (connection.inAtomicBlock) releaseSavepoint(connection, sid);
        else commit(connection);
      } else {
        connection.needsRollback = false;
        if (connection.inAtomicBlock) undoSavepoint(connection, sid);
        else orClose(connection, () => connection.rollback());
      }
    } finally {
      leave(connection);
    }
  }

  /** Runs a block in it, as `with` does in Python. @throws what the block throws, or the commit. */
  run<T>(block: () => T): T {
    this.enter();
    let result: T;
    try {
      result = block();
    } catch (error) {
      this.exit(false);
      throw error;
    }
    this.exit(true);
    return result;
  }

  /** A function whose every call is such a block. @models contextlib:ContextDecorator.__call__ */
  decorate<Function extends Callable>(func: Function): Function {
    const inner = (...given: never[]): unknown => this.run(() => func(...given));
    Object.defineProperty(inner, 'name', { value: func.name, configurable: true });
    shareModule(inner, func);
    return Object.assign(inner, func) as Callable as Function;
  }

  #connection(): BaseDatabaseWrapper {
    return connections.get(this.using ?? DEFAULT_DB_ALIAS);
  }
}

/** A function as a block, where it is given one; else a block to be run or to decorate with. @models django.db.transaction:atomic */
export function atomic<Function extends Callable>(func: Function): Function;
export function atomic(options?: AtomicOptions): Atomic;
export function atomic(given: Callable | AtomicOptions = {}): unknown {
  if (typeof given === 'function') return new Atomic(DEFAULT_DB_ALIAS, true).decorate(given);
  return new Atomic(given.using ?? null, given.savepoint ?? true);
}

function beginOutermost(connection: BaseDatabaseWrapper): void {
  connection.commitOnExit = true;
  connection.needsRollback = false;
  if (connection.getAutocommit()) return;
  if (connection.features.autocommitsWhenAutocommitIsOff) {
    throw new TransactionManagementError(
      "Your database backend doesn't behave properly when autocommit is off. Turn it on before using 'atomic'.",
    );
  }
  connection.inAtomicBlock = true;
  connection.commitOnExit = false;
}

function releaseSavepoint(connection: BaseDatabaseWrapper, sid: string | null | undefined): void {
  if (!sid) return;
  try {
    connection.savepointCommit(sid);
  } catch (error) {
    if (error instanceof DatabaseError) undoSavepoint(connection, sid);
    throw error;
  }
}

function undoSavepoint(connection: BaseDatabaseWrapper, sid: string | null | undefined): void {
  if (!sid) {
    connection.needsRollback = true;
    return;
  }
  try {
    connection.savepointRollback(sid);
    connection.savepointCommit(sid);
  } catch (error) {
    if (!(error instanceof AnyDatabaseError)) throw error;
    connection.needsRollback = true;
  }
}

function commit(connection: BaseDatabaseWrapper): void {
  try {
    connection.commit();
  } catch (error) {
    if (error instanceof DatabaseError) orClose(connection, () => connection.rollback());
    throw error;
  }
}

function orClose(connection: BaseDatabaseWrapper, rollback: () => void): void {
  try {
    rollback();
  } catch (error) {
    if (!(error instanceof AnyDatabaseError)) throw error;
    connection.close();
  }
}

function leave(connection: BaseDatabaseWrapper): void {
  const outermost = !connection.inAtomicBlock;
  if (!outermost && (connection.savepointIds.length > 0 || connection.commitOnExit)) return;
  if (connection.closedInTransaction) connection.connection = null;
  else if (outermost) connection.setAutocommit(true);
  else connection.inAtomicBlock = false;
}

/**
 * Transactions: by hand, and by `atomic`.
 *
 * @module
 */

import { connections } from '../db.ts';
import type { BaseDatabaseWrapper } from './backends/base/base.ts';
import { DEFAULT_DB_ALIAS } from './connection-handler.ts';

export { Atomic, atomic, type AtomicOptions } from './atomic.ts';
export { TransactionManagementError } from './errors.ts';
export { nonAtomicRequests } from './non-atomic-requests.ts';

/** An alias, or `null` for the default one. */
type Using = string | null;

/** This thread's connection of an alias. @models django.db.transaction:get_connection */
export function getConnection(using: Using = null): BaseDatabaseWrapper {
  return connections.get(using ?? DEFAULT_DB_ALIAS);
}

/** Whether each query is a transaction of its own. @models django.db.transaction:get_autocommit */
export function getAutocommit(using: Using = null): boolean {
  return getConnection(using).getAutocommit();
}

/** Turns autocommit on or off. @throws {TransactionManagementError} in an `atomic` block. @models django.db.transaction:set_autocommit */
export function setAutocommit(autocommit: boolean, using: Using = null): void {
  getConnection(using).setAutocommit(autocommit);
}

/** Commits. @throws {TransactionManagementError} in an `atomic` block. @models django.db.transaction:commit */
export function commit(using: Using = null): void {
  getConnection(using).commit();
}

/** Rolls back. @throws {TransactionManagementError} in an `atomic` block. @models django.db.transaction:rollback */
export function rollback(using: Using = null): void {
  getConnection(using).rollback();
}

/** Makes a savepoint in the open transaction and gives its name. @models django.db.transaction:savepoint */
export function savepoint(using: Using = null): string | null {
  return getConnection(using).savepoint();
}

/** Rolls back to a savepoint. @models django.db.transaction:savepoint_rollback */
export function savepointRollback(sid: string, using: Using = null): void {
  getConnection(using).savepointRollback(sid);
}

/** Releases a savepoint. @models django.db.transaction:savepoint_commit */
export function savepointCommit(sid: string, using: Using = null): void {
  getConnection(using).savepointCommit(sid);
}

/** Counts savepoints from the beginning again. @models django.db.transaction:clean_savepoints */
export function cleanSavepoints(using: Using = null): void {
  getConnection(using).cleanSavepoints();
}

/** Whether a rollback is due. @throws {TransactionManagementError} outside an `atomic` block. @models django.db.transaction:get_rollback */
export function getRollback(using: Using = null): boolean {
  return getConnection(using).getRollback();
}

/** Has the innermost `atomic` block with a savepoint be rolled back at its end, or not. @throws {TransactionManagementError} outside a block. @models django.db.transaction:set_rollback */
export function setRollback(rollback: boolean, using: Using = null): void {
  getConnection(using).setRollback(rollback);
}

/** Runs a function once the open transaction is committed; at once where there is none. @throws {TransactionManagementError} with autocommit off. @models django.db.transaction:on_commit */
export function onCommit(hook: () => void, using: Using = null): void {
  getConnection(using).onCommit(hook);
}

/**
 * Databases: connections, the signals that keep them, and errors.
 *
 * There is no ORM in this runtime, and so no `models`, no migrations and no routers. What a
 * request meets of a database is all here: `connection.cursor()` and what comes back from it,
 * `#runtime/django/db/transaction`, and connections that are opened by the first query and
 * closed when the request is finished, or some requests later.
 *
 * @module
 */

import { requestFinished, requestStarted } from './core/signals.ts';
import './db/backends/builtin.ts';
import type { BaseDatabaseWrapper } from './db/backends/base/base.ts';
import { ConnectionHandler, DEFAULT_DB_ALIAS } from './db/connection-handler.ts';

export { DEFAULT_DB_ALIAS } from './db/connection-handler.ts';
export {
  DatabaseError,
  DataError,
  Error,
  IntegrityError,
  InterfaceError,
  InternalError,
  NotSupportedError,
  OperationalError,
  ProgrammingError,
} from './db/errors.ts';

/** The connections of the site's databases. @models django.db:connections */
export const connections = new ConnectionHandler();

/** Turns to the default connection for everything. @models django.db:DefaultConnectionProxy */
class DefaultConnectionProxy implements ProxyHandler<BaseDatabaseWrapper> {
  /** @models django.db:DefaultConnectionProxy.__getattr__ */
  get(_: BaseDatabaseWrapper, name: string | symbol): unknown {
    const target = connections.get(DEFAULT_DB_ALIAS);
    const value: unknown = Reflect.get(target, name, target);
    return typeof value === 'function' ? (value.bind(target) as unknown) : value;
  }

  /** @models django.db:DefaultConnectionProxy.__setattr__ */
  set(_: BaseDatabaseWrapper, name: string | symbol, value: unknown): boolean {
    const target = connections.get(DEFAULT_DB_ALIAS);
    return Reflect.set(target, name, value, target);
  }

  has(_: BaseDatabaseWrapper, name: string | symbol): boolean {
    return name in connections.get(DEFAULT_DB_ALIAS);
  }

  /** @models django.db:DefaultConnectionProxy.__delattr__ */
  deleteProperty(_: BaseDatabaseWrapper, name: string | symbol): boolean {
    return Reflect.deleteProperty(connections.get(DEFAULT_DB_ALIAS), name);
  }
}

/**
 * Whatever the default connection of this thread is at the moment when it is used.
 * @models django.db:connection
 */
export const connection = new Proxy({} as BaseDatabaseWrapper, new DefaultConnectionProxy());

/** Forgets the queries that were logged; hears `request_started`. @models django.db:reset_queries */
export function resetQueries(): void {
  for (const one of connections.all()) one.queriesLog.clear();
}

/** Closes connections that are too old or good for nothing; hears `request_started` and `request_finished`. @models django.db:close_old_connections */
export function closeOldConnections(): void {
  for (const one of connections.all()) one.closeIfUnusableOrObsolete();
}

requestStarted.connect(resetQueries, { atImport: true });
requestStarted.connect(closeOldConnections, { atImport: true });
requestFinished.connect(closeOldConnections, { atImport: true });

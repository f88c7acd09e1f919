/**
 * What `django.db.utils` offers: errors, and connections by alias.
 *
 * @module
 */

export {
  type Backend,
  ConnectionDoesNotExist,
  ConnectionHandler,
  DEFAULT_DB_ALIAS,
  loadBackend,
} from './connection-handler.ts';
export { DatabaseErrorWrapper, type DriverErrors } from './error-wrapper.ts';
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
} from './errors.ts';

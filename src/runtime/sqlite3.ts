/**
 * Python's `sqlite3` on top of a real SQLite, whose driver is registered beforehand. It carries
 * what Django asks of it: no row factories, no adapters of one's own, no backup.
 *
 * @module
 */

export { connect, Connection, type ConnectOptions } from './sqlite3/connection.ts';
export { Cursor, type ColumnDescription, type Parameters, type Row } from './sqlite3/cursor.ts';
export { registerDriver } from './sqlite3/driver.ts';
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
} from './sqlite3/errors.ts';
export { registerConverter } from './sqlite3/values.ts';

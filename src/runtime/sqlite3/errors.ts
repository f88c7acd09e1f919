/**
 * The tree of errors that PEP 249 asks of every database module, as Python's `sqlite3` has it.
 *
 * @module
 */

import { Exception } from '../builtins.ts';

/** The root of all others; PEP 249 calls it `Error`. @models sqlite3:Error */
class BaseError extends Exception {
  override name = 'Error';
}

export { BaseError as Error };

/** The module was used wrongly, not the database. @models sqlite3:InterfaceError */
export class InterfaceError extends BaseError {
  override name = 'InterfaceError';
}

/** Whatever concerns the database. @models sqlite3:DatabaseError */
export class DatabaseError extends BaseError {
  override name = 'DatabaseError';
}

/** A value that does not fit. @models sqlite3:DataError */
export class DataError extends DatabaseError {
  override name = 'DataError';
}

/** The database cannot do it now: no such table, locked, not to be opened. @models sqlite3:OperationalError */
export class OperationalError extends DatabaseError {
  override name = 'OperationalError';
}

/** A constraint does not hold. @models sqlite3:IntegrityError */
export class IntegrityError extends DatabaseError {
  override name = 'IntegrityError';
}

/** The database itself is in trouble. @models sqlite3:InternalError */
export class InternalError extends DatabaseError {
  override name = 'InternalError';
}

/** A mistake of the program: wrong parameters, a closed connection. @models sqlite3:ProgrammingError */
export class ProgrammingError extends DatabaseError {
  override name = 'ProgrammingError';
}

/** Something that this database cannot do at all. @models sqlite3:NotSupportedError */
export class NotSupportedError extends DatabaseError {
  override name = 'NotSupportedError';
}

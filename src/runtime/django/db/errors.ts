/**
 * The errors that a site sees, whatever database it has: PEP 249's tree once more. Each has the
 * driver's own error as its `cause`.
 *
 * @module
 */

import { Exception } from '../../builtins.ts';

/** The root of all others; Django and PEP 249 call it `Error`. @models django.db.utils:Error */
class BaseError extends Exception {
  override name = 'Error';
}

export { BaseError as Error };

/** The driver was used wrongly. @models django.db.utils:InterfaceError */
export class InterfaceError extends BaseError {
  override name = 'InterfaceError';
}

/** Whatever concerns the database. @models django.db.utils:DatabaseError */
export class DatabaseError extends BaseError {
  override name = 'DatabaseError';
}

/** A value that does not fit. @models django.db.utils:DataError */
export class DataError extends DatabaseError {
  override name = 'DataError';
}

/** The database cannot do it now. @models django.db.utils:OperationalError */
export class OperationalError extends DatabaseError {
  override name = 'OperationalError';
}

/** A constraint does not hold. @models django.db.utils:IntegrityError */
export class IntegrityError extends DatabaseError {
  override name = 'IntegrityError';
}

/** The database itself is in trouble. @models django.db.utils:InternalError */
export class InternalError extends DatabaseError {
  override name = 'InternalError';
}

/** A mistake of the program. @models django.db.utils:ProgrammingError */
export class ProgrammingError extends DatabaseError {
  override name = 'ProgrammingError';
}

/** Something that this database cannot do at all. @models django.db.utils:NotSupportedError */
export class NotSupportedError extends DatabaseError {
  override name = 'NotSupportedError';
}

/** Transactions are used in an impossible way. @models django.db.transaction:TransactionManagementError */
export class TransactionManagementError extends ProgrammingError {
  override name = 'TransactionManagementError';
}

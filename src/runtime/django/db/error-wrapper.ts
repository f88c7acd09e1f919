/**
 * Turns a driver's errors into Django's.
 *
 * @module
 */

import {
  DatabaseError,
  DataError,
  Error as BaseError,
  IntegrityError,
  InterfaceError,
  InternalError,
  NotSupportedError,
  OperationalError,
  ProgrammingError,
} from './errors.ts';

type ErrorClass = new (message: string, options?: ErrorOptions) => Error;

/** The names that PEP 249 gives to errors. */
export type ErrorName =
  | 'DataError'
  | 'OperationalError'
  | 'IntegrityError'
  | 'InternalError'
  | 'ProgrammingError'
  | 'NotSupportedError'
  | 'DatabaseError'
  | 'InterfaceError'
  | 'Error';

/** A driver's errors, as PEP 249 has every driver export them. */
export type DriverErrors = Readonly<Record<ErrorName, ErrorClass>>;

/** What has errors to turn: a database wrapper. */
export interface ErrorSource {
  readonly Database: DriverErrors;
  /** Set at an error after which the connection may be good for nothing. */
  errorsOccurred: boolean;
}

const KINDS: readonly (readonly [ErrorName, ErrorClass])[] = [
  ['DataError', DataError],
  ['OperationalError', OperationalError],
  ['IntegrityError', IntegrityError],
  ['InternalError', InternalError],
  ['ProgrammingError', ProgrammingError],
  ['NotSupportedError', NotSupportedError],
  ['DatabaseError', DatabaseError],
  ['InterfaceError', InterfaceError],
  ['Error', BaseError],
];

/** Guards steps that a driver takes. @models django.db.utils:DatabaseErrorWrapper */
export class DatabaseErrorWrapper {
  readonly #wrapper: ErrorSource;

  constructor(wrapper: ErrorSource) {
    this.#wrapper = wrapper;
  }

  /** Takes a step; the driver's error comes out as Django's, all others as they are. @models django.db.utils:DatabaseErrorWrapper.__exit__ */
  run<T>(step: () => T): T {
    try {
      return step();
    } catch (error) {
      throw this.#translated(error);
    }
  }

  #translated(error: unknown): unknown {
    for (const [name, kind] of KINDS) {
      if (!(error instanceof this.#wrapper.Database[name])) continue;
      if (kind !== DataError && kind !== IntegrityError) this.#wrapper.errorsOccurred = true;
      return new kind(error.message, { cause: error });
    }
    return error;
  }
}

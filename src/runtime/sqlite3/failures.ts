/**
 * From SQLite's result codes to the errors that Python raises for them.
 *
 * @module
 */

import { SqliteFailure } from './driver.ts';
import {
  DatabaseError,
  DataError,
  IntegrityError,
  InterfaceError,
  InternalError,
  OperationalError,
} from './errors.ts';

type ErrorClass = new (message: string, options: ErrorOptions) => Error;

const BY_CODE: ReadonlyMap<number, ErrorClass> = new Map<number, ErrorClass>([
  ...[1, 3, 4, 5, 6, 8, 9, 10, 13, 14, 15, 16, 17].map((code): [number, ErrorClass] => [
    code,
    OperationalError,
  ]),
  [2, InternalError],
  [12, InternalError],
  [18, DataError],
  [19, IntegrityError],
  [20, IntegrityError],
  [21, InterfaceError],
  [25, InterfaceError],
]);

/** Runs a step of a driver; its failure becomes one of Python's errors. */
export function asPythonErrors<T>(step: () => T): T {
  try {
    return step();
  } catch (error) {
    if (!(error instanceof SqliteFailure)) throw error;
    const kind = BY_CODE.get(error.code & 0xff) ?? DatabaseError;
    throw new kind(error.message, { cause: error });
  }
}

/**
 * How the validator fails, and how its messages show what it was given.
 *
 * @module
 */

import { AssertionError, Warning } from '../builtins.ts';
import { repr, typeName } from '../repr.ts';

/** What may be in order, but seldom is. @models wsgiref.validate:WSGIWarning */
export class WSGIWarning extends Warning {
  override name = 'WSGIWarning';
}

/**
 * Goes on where the condition is true. The message is made only when it is needed.
 * @throws {AssertionError} with that message, or with none. @models wsgiref.validate:assert_
 */
export function assertThat(
  condition: boolean,
  message: () => string = () => '',
): asserts condition {
  if (!condition) throw new AssertionError(message());
}

/** Returns the string it is given; `title` says what it is. @throws {AssertionError} for anything else. @models wsgiref.validate:check_string_type */
export function checkStringType(value: unknown, title: string): string {
  if (typeof value === 'string') return value;
  throw new AssertionError(`${title} must be of type str (got ${repr(value)})`);
}

/** The class of a value as Python prints it, such as `<class 'tuple'>`. */
export function reprType(value: unknown): string {
  return `<class '${typeName(value)}'>`;
}

/** Whether a value stands for a list: an array that is not frozen. */
export function isList(value: unknown): value is unknown[] {
  return Array.isArray(value) && !Object.isFrozen(value);
}

/** Whether a value stands for a tuple: a frozen array. */
export function isTuple(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && Object.isFrozen(value);
}

/** A header as Python prints it: every array stands for a tuple there, frozen or not. */
export function reprHeader(header: unknown): string {
  return repr(Array.isArray(header) ? Object.freeze([...(header as unknown[])]) : header);
}

/** A list of headers as Python prints it. */
export function reprHeaders(headers: unknown): string {
  if (!Array.isArray(headers)) return repr(headers);
  const shown = headers.map((header: unknown) =>
    Array.isArray(header) ? Object.freeze([...(header as unknown[])]) : header,
  );
  return repr(Object.isFrozen(headers) ? Object.freeze(shown) : shown);
}

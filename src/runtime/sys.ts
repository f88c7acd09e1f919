/**
 * What Python's `sys` gives a WSGI application: the exception being handled.
 *
 * @module
 */

import { PerProcess } from './process.ts';

/**
 * An exception as `start_response()` takes it: its class, the exception itself, its stack.
 * A JavaScript error carries its own stack, so the third is there to be printed only.
 */
export type ExcInfo = readonly [type: unknown, value: unknown, traceback: string | null];

const handled = new PerProcess<unknown[]>(() => []);

/** Runs a step as the body of an `except` clause: `sysExcInfo()` tells the error meanwhile. */
export function whileHandling<T>(error: unknown, step: () => T): T {
  const errors = handled.value;
  errors.push(error);
  try {
    return step();
  } finally {
    errors.pop();
  }
}

/**
 * The triple for an error that was caught, which JavaScript's `catch` names; without one, that
 * of the error which is being handled around the caller, three times `null` where none is.
 * @models sys:exc_info
 */
export function sysExcInfo(...given: [error?: unknown]): ExcInfo {
  const error = given.length > 0 ? given[0] : handled.value.at(-1);
  if (given.length === 0 && error === undefined) return Object.freeze([null, null, null] as const);
  if (!(error instanceof Error)) return Object.freeze([typeof error, error, null] as const);
  return Object.freeze([error.constructor, error, error.stack ?? null] as const);
}

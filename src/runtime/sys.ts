/**
 * What Python's `sys` gives a WSGI application: the exception being handled.
 *
 * @module
 */

/**
 * An exception as `start_response()` takes it: its class, the exception itself, its stack.
 * A JavaScript error carries its own stack, so the third is there to be printed only.
 */
export type ExcInfo = readonly [type: unknown, value: unknown, traceback: string | null];

/**
 * The triple for an error that was caught; JavaScript's `catch` names it, where Python asks the
 * interpreter. @models sys:exc_info
 */
export function sysExcInfo(error: unknown): ExcInfo {
  if (!(error instanceof Error)) return Object.freeze([typeof error, error, null] as const);
  return Object.freeze([error.constructor, error, error.stack ?? null] as const);
}

/**
 * Python's exception tree, as far as a claim of the book depends on it.
 *
 * Django catches `Exception` and nothing wider, so which side of that line an error stands on
 * decides whether a visitor sees a page or the server sees a crash. JavaScript has no such
 * line: here every `Error` that is not a `BaseException` counts as an `Exception`.
 *
 * @module
 */

import { repr } from './repr.ts';

/** The root of Python's exceptions. @models builtins:BaseException */
export class BaseException extends Error {
  override name = 'BaseException';
}

/** What a program is expected to catch. @models builtins:Exception */
export class Exception extends BaseException {
  override name = 'Exception';
}

/** Raised by `sys.exit()`; not an `Exception`. @models builtins:SystemExit */
export class SystemExit extends BaseException {
  override name = 'SystemExit';
  /** The exit status asked for; `null` means success. */
  readonly code: number | string | null;

  constructor(code: number | string | null = null) {
    super(code === null ? '' : String(code));
    this.code = code;
  }
}

/** Raised when the user interrupts the program; not an `Exception`. @models builtins:KeyboardInterrupt */
export class KeyboardInterrupt extends BaseException {
  override name = 'KeyboardInterrupt';
}

/** Raised inside a generator that is closed early; not an `Exception`. @models builtins:GeneratorExit */
export class GeneratorExit extends BaseException {
  override name = 'GeneratorExit';
}

/** A value of the right type but an impossible content. @models builtins:ValueError */
export class ValueError extends Exception {
  override name = 'ValueError';
}

/** A failed `assert`. @models builtins:AssertionError */
export class AssertionError extends Exception {
  override name = 'AssertionError';
}

/** Something was looked up that is not there. @models builtins:LookupError */
export class LookupError extends Exception {
  override name = 'LookupError';
}

/** A key that a mapping does not hold; its message is the key in quotes. @models builtins:KeyError */
export class KeyError extends LookupError {
  override name = 'KeyError';
  /** The missing key. */
  readonly key: unknown;

  constructor(key: unknown) {
    super(repr(key));
    this.key = key;
  }
}

/** A place beyond the end of a sequence. @models builtins:IndexError */
export class IndexError extends LookupError {
  override name = 'IndexError';
}

/** A number too large for what has to hold it. @models builtins:OverflowError */
export class OverflowError extends Exception {
  override name = 'OverflowError';
}

/** What the operating system refused. @models builtins:OSError */
export class OSError extends Exception {
  override name = 'OSError';
}

/** A missing attribute. @models builtins:AttributeError */
export class AttributeError extends Exception {
  override name = 'AttributeError';
}

/** A failed `import`. @models builtins:ImportError */
export class ImportError extends Exception {
  override name = 'ImportError';
}

/** An operation at a time when it is impossible. @models builtins:RuntimeError */
export class RuntimeError extends Exception {
  override name = 'RuntimeError';
}

/** An abstract method was called. @models builtins:NotImplementedError */
export class NotImplementedError extends RuntimeError {
  override name = 'NotImplementedError';
}

/** The root of what a program is only warned of. @models builtins:Warning */
export class Warning extends Exception {
  override name = 'Warning';
}

/** A use that a later release will refuse. @models builtins:DeprecationWarning */
export class DeprecationWarning extends Warning {
  override name = 'DeprecationWarning';
}

/** What a warning is where nobody says more. @models builtins:UserWarning */
export class UserWarning extends Warning {
  override name = 'UserWarning';
}

/** A use that a release after the next will refuse. @models builtins:PendingDeprecationWarning */
export class PendingDeprecationWarning extends Warning {
  override name = 'PendingDeprecationWarning';
}

/** There is no such file. @models builtins:FileNotFoundError */
export class FileNotFoundError extends OSError {
  override name = 'FileNotFoundError';
}

/** A connection failed. @models builtins:ConnectionError */
export class ConnectionError extends OSError {
  override name = 'ConnectionError';
}

/** Nobody listens where a connection was wanted. @models builtins:ConnectionRefusedError */
export class ConnectionRefusedError extends ConnectionError {
  override name = 'ConnectionRefusedError';
}

/** The connection was dropped while writing. @models builtins:BrokenPipeError */
export class BrokenPipeError extends ConnectionError {
  override name = 'BrokenPipeError';
}

/** The connection was aborted by this side. @models builtins:ConnectionAbortedError */
export class ConnectionAbortedError extends ConnectionError {
  override name = 'ConnectionAbortedError';
}

/** The connection was reset by the peer. @models builtins:ConnectionResetError */
export class ConnectionResetError extends ConnectionError {
  override name = 'ConnectionResetError';
}

/**
 * Makes an error that steers and no more: whoever called catches it, so nobody asks where it came
 * from, and to find that out is most of what an error costs.
 */
export function steering<Steer extends Error>(make: () => Steer): Steer {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return make();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** Whether `except Exception` would catch this: any `Error` but a bare `BaseException`. */
export function isException(error: unknown): error is Error {
  return (
    error instanceof Exception || (error instanceof Error && !(error instanceof BaseException))
  );
}

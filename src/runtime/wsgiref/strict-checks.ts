/**
 * What PEP 3333 requires, what a wrapper between server and application can see of it, and
 * what wsgiref's own validator does not look at.
 *
 * @module
 */

import { AssertionError } from '../builtins.ts';

/** One requirement: who has to meet it, and how it is checked. */
export interface StrictCheck {
  who: 'server' | 'application' | 'both';
  check: string;
}

/**
 * The checks, by number: PEP 3333 read clause by clause and counted in its order. The numbers
 * that are missing are the validator's own, or no "must", or out of a wrapper's sight: how a
 * server buffers and sends, which headers it adds, what a middleware does inside. Two are a
 * "should" that is worth a "must": 78 and 79, since a wrong length breaks the response.
 */
export const STRICT_CHECKS = {
  1: { who: 'both', check: 'a callable is called, and not looked at' },
  6: { who: 'server', check: 'the environ holds plain values: reading one runs no code' },
  8: { who: 'server', check: 'start_response() returns a function' },
  10: { who: 'server', check: 'CGI variables hold nothing above U+00FF' },
  13: { who: 'application', check: 'status and headers hold nothing above U+00FF' },
  19: { who: 'application', check: 'a result that tells its length yields that many blocks' },
  24: { who: 'server', check: 'a result is iterated and closed, and not looked at' },
  25: { who: 'server', check: 'REQUEST_METHOD is not empty' },
  27: { who: 'server', check: 'SCRIPT_NAME or PATH_INFO says what was asked for' },
  31: { who: 'server', check: 'SERVER_NAME and SERVER_PORT are not empty' },
  32: { who: 'server', check: 'SERVER_PROTOCOL names a version of HTTP' },
  39: { who: 'server', check: 'wsgi.version is (1, 0)' },
  40: { who: 'server', check: 'wsgi.url_scheme is there' },
  54: { who: 'application', check: 'no more is used of a stream than its listed methods' },
  56: { who: 'application', check: 'a status is three digits, one space and a reason' },
  57: { who: 'application', check: 'a status holds no control character' },
  62: {
    who: 'application',
    check: 'the value of a header holds no control character, not even U+007F',
  },
  65: { who: 'application', check: 'no header concerns the connection, which is the server’s' },
  69: { who: 'server', check: 'headers wait for the first block that is not empty' },
  70: { who: 'application', check: 'exc_info is a class, its error and a traceback' },
  73: { who: 'server', check: 'start_response() with exc_info raises once headers are sent' },
  75: { who: 'application', check: 'what start_response() raises with exc_info is not caught' },
  76: {
    who: 'application',
    check: 'a second start_response() has exc_info, even if the first one failed',
  },
  78: { who: 'application', check: 'a body is no longer than its Content-Length' },
  79: { who: 'application', check: 'a body is no shorter than its Content-Length' },
  82: { who: 'application', check: 'there is no Transfer-Encoding' },
  92: { who: 'application', check: 'write() is not called from within the result' },
  100: { who: 'server', check: 'a body that came in chunks is handed on without them' },
  111: { who: 'server', check: 'wsgi.file_wrapper can be called' },
  113: { who: 'server', check: 'a wrapped file can be closed where the file can' },
  115: { who: 'server', check: 'a wrapped file can be iterated, whatever it is' },
} as const satisfies Record<number, StrictCheck>;

/** The number of a requirement that is checked. */
export type StrictRow = keyof typeof STRICT_CHECKS;

/** PEP 3333 was broken, and wsgiref's validator would not have said so. */
export class ClauseError extends AssertionError {
  override name = 'ClauseError';
  /** Which requirement of {@link STRICT_CHECKS}. */
  readonly row: StrictRow;

  constructor(row: StrictRow, message: string, options?: ErrorOptions) {
    super(message, options);
    this.row = row;
  }

  /** Who has to mend it; where it is `both`, the message says which. */
  get who(): StrictCheck['who'] {
    return STRICT_CHECKS[this.row].who;
  }
}

/** Goes on where the condition is true. @throws {ClauseError} with the message otherwise. */
export function holdTo(
  row: StrictRow,
  condition: boolean,
  message: () => string,
): asserts condition {
  if (!condition) throw new ClauseError(row, message());
}

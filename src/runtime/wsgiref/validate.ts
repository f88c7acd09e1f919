/**
 * A middleware that holds the server above it and the application below it to PEP 3333, as
 * far as wsgiref does. Every check fails with CPython's own message.
 *
 * Python's tuple and list are told apart by freezing: `wsgi.version` and `exc_info` must be
 * frozen arrays, the list of headers an open one. A call by keyword cannot be written in
 * TypeScript, so the two checks for it have nothing to check.
 *
 * @module
 */

import { repr } from '../repr.ts';
import type { ExcInfo } from '../sys.ts';
import type { Header, StartResponse, WSGIApplication } from './types.ts';
import { assertThat, reprHeaders } from './validate-assertions.ts';
import { checkEnviron } from './validate-environ.ts';
import {
  checkContentType,
  checkExcInfo,
  checkHeaders,
  checkIterator,
  checkStatus,
} from './validate-response.ts';
import {
  ErrorWrapper,
  InputWrapper,
  IteratorWrapper,
  type Started,
  writeWrapper,
} from './validate-wrappers.ts';

export { WSGIWarning } from './validate-assertions.ts';
export { checkEnviron, checkErrors, checkInput } from './validate-environ.ts';
export * from './validate-response.ts';
export * from './validate-wrappers.ts';

/** An application whose results know whether they were closed. */
export type ValidatedApplication = (...call: Parameters<WSGIApplication>) => IteratorWrapper;

/** A call of `start_response()` that has passed the checks. */
type CheckedCall = [status: string, headers: Header[], excInfo?: ExcInfo | null];

function reprCall(call: readonly unknown[]): string {
  const shown = call.map((given) => (Array.isArray(given) ? reprHeaders(given) : repr(given)));
  return `(${shown.join(', ')}${shown.length === 1 ? ',' : ''})`;
}

/**
 * Checks a call of `start_response()`, in this order: arguments, status, headers, content type,
 * error. @throws what the check that fails throws.
 */
export function checkCall(call: readonly unknown[]): asserts call is CheckedCall {
  assertThat(
    call.length === 2 || call.length === 3,
    () => `Invalid number of arguments: ${reprCall(call)}`,
  );
  const [status, headers, excInfo] = call;
  checkStatus(status);
  checkHeaders(headers);
  checkContentType(status as string, headers as Header[]);
  checkExcInfo(excInfo);
}

/** Checks what an application returned. @throws {AssertionError} for nothing, text or bytes. */
export function checkResult(result: unknown): void {
  assertThat(
    result !== null && result !== undefined && result !== false && result !== 0,
    () => 'The application must return an iterator, if only an empty list',
  );
  checkIterator(result);
}

function watch(startResponse: StartResponse, watched: Started): StartResponse {
  return (...call) => {
    checkCall(call);
    watched.started = true;
    return writeWrapper(startResponse(...call));
  };
}

/**
 * The application, watched: the two streams in its environ are replaced by ones that check.
 * @throws {AssertionError} (the application made does) for what breaks PEP 3333, and warns of
 * what may. @models wsgiref.validate:validator
 */
export function validator(application: WSGIApplication): ValidatedApplication {
  return (...call) => {
    assertThat(call.length === 2, () => 'Two arguments required');
    const [environ, startResponse] = call;
    checkEnviron(environ);

    const watched: Started = { started: false };
    environ['wsgi.input'] = new InputWrapper(environ['wsgi.input']);
    environ['wsgi.errors'] = new ErrorWrapper(environ['wsgi.errors']);

    const result: unknown = application(environ, watch(startResponse, watched));
    checkResult(result);
    return new IteratorWrapper(result, watched);
  };
}

/**
 * A layer for HEAD, which asks for the head of a response and not for its body.
 *
 * @module
 */

import type {
  ApplicationResult,
  Environ,
  StartResponse,
  WSGIApplication,
} from '../wsgiref/types.ts';

const NOTHING = new Uint8Array(0);

/** Answers HEAD as the application answers it, without the body; leaves every other request alone. */
export function headWithoutBody(application: WSGIApplication): WSGIApplication {
  return (environ, startResponse) =>
    environ.REQUEST_METHOD === 'HEAD'
      ? emptied(application, environ, startResponse)
      : application(environ, startResponse);
}

/** An empty block for each block of the application, written or yielded. */
function* emptied(
  application: WSGIApplication,
  environ: Environ,
  startResponse: StartResponse,
): Generator<Uint8Array, void, undefined> {
  let result: ApplicationResult | undefined;
  try {
    result = application(environ, (...started) => {
      const write = startResponse(...started);
      return () => write(NOTHING);
    });
    for (const _ of result) yield NOTHING;
  } finally {
    result?.close?.();
  }
}

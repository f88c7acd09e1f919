/**
 * The third example: a layer around an application that shows its exceptions in the browser. It
 * stands here twice, as it was published in 2007 and mended.
 *
 * @module
 */

import { isException } from '../builtins.ts';
import { utf8Encode } from '../codecs.ts';
import { PythonGenerator } from '../generator.ts';
import { sysExcInfo } from '../sys.ts';
import { formatException } from '../traceback.ts';
import type {
  ApplicationResult,
  Environ,
  Header,
  StartResponse,
  WSGIApplication,
} from '../wsgiref/types.ts';

const STATUS = '500 Internal Server Error';
const plainText = (): Header[] => [['Content-Type', 'text/plain; charset=utf-8']];

/** Bytes, one block at a time. */
type Blocks = Generator<Uint8Array, void, undefined>;

/** The layer of 2007 with its three faults: it catches everything, hides that it does, and closes too late. */
export class ExceptionMiddlewareOf2007 {
  readonly application: WSGIApplication;

  constructor(application: WSGIApplication) {
    this.application = application;
  }

  /** The layer as an application. */
  __call__(environ: Environ, startResponse: StartResponse): ApplicationResult {
    return new PythonGenerator(this.answer(environ, startResponse));
  }

  /** What the application yields, and a traceback where it fails. */
  *answer(environ: Environ, startResponse: StartResponse): Blocks {
    let result: ApplicationResult | undefined;
    try {
      result = this.application(environ, startResponse);
      for (const block of result) yield block;
    } catch (error) {
      try {
        startResponse(STATUS, plainText());
      } catch {}
      yield utf8Encode(formatException(error));
    }
    result?.close?.();
  }
}

/** The layer mended: an error becomes a page with status 500, or the server's business where it is too late for one. */
export class ExceptionMiddleware {
  readonly application: WSGIApplication;

  constructor(application: WSGIApplication) {
    this.application = application;
  }

  /** The layer as an application. @throws what the application does, where its response is under way. */
  *__call__(environ: Environ, startResponse: StartResponse): Blocks {
    let result: ApplicationResult | undefined;
    try {
      result = this.application(environ, startResponse);
      for (const block of result) yield block;
    } catch (error) {
      if (!isException(error)) throw error;
      startResponse(STATUS, plainText(), sysExcInfo(error));
      yield utf8Encode(formatException(error));
    } finally {
      result?.close?.();
    }
  }
}

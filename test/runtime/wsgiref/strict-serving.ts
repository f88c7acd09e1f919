import { Exception } from '#runtime/builtins';
import { type ExcInfo, sysExcInfo } from '#runtime/sys';
import type { StrictRow } from '#runtime/wsgiref/strict-validator';
import type {
  ApplicationResult,
  Environ,
  FileWrapperClass,
  Header,
  StartResponse,
  WSGIApplication,
} from '#runtime/wsgiref/types';
import type { validator } from '#runtime/wsgiref/validate';
import { environ, server } from './validation.ts';
import { bytes } from './wire.ts';

/** A content type that every answer has. */
export const PLAIN: Header = ['Content-Type', 'text/plain'];
/** An error, as `start_response()` takes it. */
export const late = (): ExcInfo => sysExcInfo(new Exception('late'));

/** Either validator. */
export type Middleware = typeof validator;

/** A look at what a server has in its hands: the application, and its result. */
export type Glance = (application: WSGIApplication, result: unknown) => void;

/** Serves one request to the end, as a server that keeps to PEP 3333 does, but for a glance. */
export const serve = (
  middleware: Middleware,
  application: WSGIApplication,
  env: Environ = environ(),
  startResponse: StartResponse = server,
  glance: Glance = () => {},
): Uint8Array[] => {
  const watched = middleware(application);
  const iterator = watched(env, startResponse);
  try {
    glance(watched, iterator);
    return Array.from(iterator);
  } finally {
    iterator.close();
  }
};

/** An application with this status, these headers and no body. */
export const answering =
  (status: string, ...headers: Header[]): WSGIApplication =>
  (_, startResponse) => {
    startResponse(status, [PLAIN, ...headers]);
    return [];
  };

/** An application that returns whatever it is given. */
export const returning =
  (result: unknown): WSGIApplication =>
  (_, startResponse) => {
    startResponse('200 OK', [PLAIN]);
    return result as ApplicationResult;
  };

/** An application that starts again, with an error, after the blocks given. */
export const startingAgain = (...blocks: string[]): WSGIApplication =>
  function* application(_, startResponse) {
    startResponse('200 OK', [PLAIN]);
    for (const block of blocks) yield bytes(block);
    startResponse('500 Late', [PLAIN], late());
    yield bytes('page');
  };

/** A server that throws the error of every `exc_info`. */
export const tooEager: StartResponse = (_, __, excInfo) => {
  if (excInfo) throw excInfo[1];
  return () => {};
};

/** A requirement, what breaks it, what is said of it, and by whom it is broken. */
export type Breach = [
  row: StrictRow,
  title: string,
  message: string,
  application: WSGIApplication,
  environ?: () => Environ,
  server?: StartResponse,
  glance?: Glance,
];

/** An application that answers with a wrapped file. */
export const wrapping =
  (file: { read(): Uint8Array; close?(): void }): WSGIApplication =>
  (env, startResponse) => {
    startResponse('200 OK', [PLAIN]);
    return new (env['wsgi.file_wrapper'] as FileWrapperClass)(file);
  };

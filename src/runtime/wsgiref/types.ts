/**
 * The vocabulary of PEP 3333: what a server and an application hand each other.
 *
 * @module
 */

import type { NativeString } from '../codecs.ts';
import type { ExcInfo } from '../sys.ts';

/** A response header: its name and its value. */
export type Header = [name: NativeString, value: NativeString];

/** Sends bytes before the result is iterated; for applications that cannot do without. */
export type Write = (data: Uint8Array) => void;

/**
 * Stores a status such as `200 OK` and a list of headers, which the server may change; with
 * `excInfo` it replaces what an earlier call stored. @models wsgiref.types:StartResponse
 */
export type StartResponse = (
  status: NativeString,
  headers: Header[],
  excInfo?: ExcInfo | null,
) => Write;

/** What an application returns: blocks of bytes, and what is to happen at the end. */
export interface ApplicationResult extends Iterable<Uint8Array> {
  /** Called once when the server is done with the result, however it ended. */
  close?(): void;
}

/** A WSGI application. @models wsgiref.types:WSGIApplication */
export type WSGIApplication = (environ: Environ, startResponse: StartResponse) => ApplicationResult;

/** A request's body; a negative or missing `size` means all that is left. @models wsgiref.types:InputStream */
export interface InputStream extends Iterable<Uint8Array> {
  read(size?: number): Uint8Array;
  readline(size?: number): Uint8Array;
  readlines(hint?: number): Uint8Array[];
}

/** Where an application reports errors, as text. @models wsgiref.types:ErrorStream */
export interface ErrorStream {
  write(text: string): unknown;
  writelines(texts: Iterable<string>): void;
  flush(): void;
}

/** Where a server puts the bytes of a response; `write` may say how many bytes it took. */
export interface OutputStream {
  write(data: Uint8Array): unknown;
  flush(): void;
}

/** Anything that can be read by blocks; `Data` is bytes or text. */
export interface Readable<Data> {
  read(size: number): Data;
  close?(): void;
}

/** Makes a result of a file: a server may recognise it and send the file its own way. @models wsgiref.types:FileWrapper */
export type FileWrapperClass = new (
  file: Readable<Uint8Array>,
  blockSize?: number,
) => ApplicationResult;

/**
 * A request as CGI variables and WSGI's own keys, in a record without a prototype. CGI
 * variables are native strings. @models wsgiref.types:WSGIEnvironment
 */
export interface Environ {
  [key: string]: unknown;
  [header: `HTTP_${string}`]: NativeString | undefined;
  REQUEST_METHOD: NativeString;
  /** The part of the path that led to this application; may be empty. */
  SCRIPT_NAME: NativeString;
  /** The rest of the path, with escapes undone; may be empty. */
  PATH_INFO: NativeString;
  QUERY_STRING?: NativeString;
  CONTENT_TYPE?: NativeString;
  CONTENT_LENGTH?: NativeString;
  SERVER_NAME: NativeString;
  SERVER_PORT: NativeString;
  SERVER_PROTOCOL: NativeString;
  'wsgi.version': readonly [number, number];
  'wsgi.url_scheme': string;
  'wsgi.input': InputStream;
  'wsgi.errors': ErrorStream;
  'wsgi.multithread': boolean | number;
  'wsgi.multiprocess': boolean | number;
  'wsgi.run_once': boolean | number;
  'wsgi.file_wrapper'?: FileWrapperClass;
}

/** An environ that is still being put together. */
export type PartialEnviron = Partial<Environ>;

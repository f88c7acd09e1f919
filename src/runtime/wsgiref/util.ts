/**
 * What servers, middleware and tests share: addresses, path segments, a stand-in environ.
 *
 * @module
 */

import { IndexError } from '../builtins.ts';
import { BytesIO, StringIO } from '../io.ts';
import { quote } from '../urllib/parse.ts';
import { requireKey, setDefault } from './environ.ts';
import type { Environ, PartialEnviron, Readable } from './types.ts';

const SECURE = new Set<unknown>(['yes', 'on', '1']);
const DEFAULT_PORTS: Record<string, string> = { http: '80', https: '443' };
const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailers',
  'transfer-encoding',
  'upgrade',
]);

/**
 * Reads a file by blocks (of 8192 bytes unless told) until it gives an empty one. It can be
 * closed only if the file can. @models wsgiref.util:FileWrapper
 */
export class FileWrapper<Data extends { length: number } = Uint8Array> {
  readonly filelike: Readable<Data>;
  readonly blksize: number;
  /** Closes the file; absent where the file has no `close`. */
  declare close?: () => void;

  constructor(filelike: Readable<Data>, blksize = 8192) {
    this.filelike = filelike;
    this.blksize = blksize;
    if (typeof filelike.close === 'function') this.close = () => filelike.close?.();
  }

  /** The wrapper itself: a file is read once. @models wsgiref.util:FileWrapper.__iter__ */
  [Symbol.iterator](): this {
    return this;
  }

  /** The next block. @models wsgiref.util:FileWrapper.__next__ */
  next(): IteratorResult<Data, undefined> {
    const value = this.filelike.read(this.blksize);
    return value.length > 0 ? { done: false, value } : { done: true, value: undefined };
  }
}

/** `https` where the CGI variable `HTTPS` is `yes`, `on` or `1`; else `http`. @models wsgiref.util:guess_scheme */
export function guessScheme(environ: PartialEnviron): 'http' | 'https' {
  return SECURE.has(environ['HTTPS']) ? 'https' : 'http';
}

function authority(environ: PartialEnviron, scheme: string): string {
  if (environ.HTTP_HOST) return environ.HTTP_HOST;
  const name = requireKey(environ, 'SERVER_NAME');
  const port = requireKey(environ, 'SERVER_PORT');
  const usual = scheme === 'https' ? '443' : '80';
  return port === usual ? name : `${name}:${port}`;
}

/**
 * The address of the application, without the path that is left and without the query.
 * @throws {KeyError} where the scheme or the server's name is missing. @models wsgiref.util:application_uri
 */
export function applicationUri(environ: PartialEnviron): string {
  const scheme = requireKey(environ, 'wsgi.url_scheme');
  return `${scheme}://${authority(environ, scheme)}${quote(environ.SCRIPT_NAME || '/')}`;
}

/**
 * The whole address of the request, with the query unless told otherwise.
 * @throws {KeyError} as {@link applicationUri} does. @models wsgiref.util:request_uri
 */
export function requestUri(environ: PartialEnviron, includeQuery = true): string {
  const application = applicationUri(environ);
  const path = quote(environ.PATH_INFO ?? '', '/;=,');
  const rest = environ.SCRIPT_NAME ? path : path.slice(1);
  const query = includeQuery && environ.QUERY_STRING ? `?${environ.QUERY_STRING}` : '';
  return `${application}${rest}${query}`;
}

function normalizePath(path: string): string {
  const initial = /^\/\/(?!\/)/.test(path) ? '//' : path.startsWith('/') ? '/' : '';
  const segments: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.length > 0 && segments.at(-1) !== '..') segments.pop();
    else if (initial === '') segments.push(segment);
  }
  return `${initial}${segments.join('/')}` || '.';
}

/**
 * Moves one segment from `PATH_INFO` to `SCRIPT_NAME`, in place, and returns it: `''` for a
 * trailing slash, `null` where no segment is left.
 * @throws {IndexError} where `PATH_INFO` has no slash. @models wsgiref.util:shift_path_info
 */
export function shiftPathInfo(environ: PartialEnviron): string | null {
  const pathInfo = environ.PATH_INFO ?? '';
  if (pathInfo === '') return null;

  const parts = pathInfo.split('/');
  const last = parts.length - 1;
  const [first = '', ...rest] = parts.filter(
    (part, index) => index === 0 || index === last || (part !== '' && part !== '.'),
  );
  const name = rest.shift();
  if (name === undefined) throw new IndexError('list index out of range');

  const script = normalizePath(`${environ.SCRIPT_NAME ?? ''}/${name}`).replace(/\/$/, '');
  environ.SCRIPT_NAME = name === '' && !script.endsWith('/') ? `${script}/` : script;
  environ.PATH_INFO = [first, ...rest].join('/');
  return name === '.' ? null : name;
}

/**
 * Fills in whatever a request needs and `environ` lacks, with invented values: for trying out
 * applications and servers, never for serving. @models wsgiref.util:setup_testing_defaults
 */
export function setupTestingDefaults(environ: PartialEnviron): asserts environ is Environ {
  setDefault(environ, 'SERVER_NAME', '127.0.0.1');
  setDefault(environ, 'SERVER_PROTOCOL', 'HTTP/1.0');
  setDefault(environ, 'HTTP_HOST', environ.SERVER_NAME ?? '');
  setDefault(environ, 'REQUEST_METHOD', 'GET');

  if (!Object.hasOwn(environ, 'SCRIPT_NAME') && !Object.hasOwn(environ, 'PATH_INFO')) {
    environ.SCRIPT_NAME = '';
    environ.PATH_INFO = '/';
  }

  setDefault(environ, 'wsgi.version', Object.freeze([1, 0] as const));
  setDefault(environ, 'wsgi.run_once', 0);
  setDefault(environ, 'wsgi.multithread', 0);
  setDefault(environ, 'wsgi.multiprocess', 0);
  setDefault(environ, 'wsgi.input', new BytesIO());
  setDefault(environ, 'wsgi.errors', new StringIO());
  setDefault(environ, 'wsgi.url_scheme', guessScheme(environ));

  const port = DEFAULT_PORTS[environ['wsgi.url_scheme'] ?? ''];
  if (port !== undefined) setDefault(environ, 'SERVER_PORT', port);
}

/** Whether a header concerns one connection only, which is the server's business. @models wsgiref.util:is_hop_by_hop */
export function isHopByHop(headerName: string): boolean {
  return HOP_BY_HOP.has(headerName.toLowerCase());
}

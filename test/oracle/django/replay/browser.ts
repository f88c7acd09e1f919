/**
 * Who asks: makes an environ of a request, keeps cookies, and finds the token in a form;
 * `python/browser.py` is the same for Python.
 *
 * @module
 */

import { latin1Encode } from '#runtime/codecs';
import { BytesIO, StringIO } from '#runtime/io';
import type { Environ } from '#runtime/wsgiref/types';
import { FileWrapper } from '#runtime/wsgiref/util';

/** One request of a case. */
export interface AskedRequest {
  path: string;
  method?: string;
  query?: string;
  scheme?: string;
  headers?: [name: string, value: string][];
  /** Its bytes as Latin-1 text. */
  body?: string;
  environ?: Record<string, string>;
  /** Whether the server offers to send files itself. */
  wrapper?: boolean;
  /** After how many pieces of the body the server goes away. */
  take?: number;
  /** Whether the server closes the response; true unless said otherwise. */
  close?: boolean;
}

/** What a server saw of a response. */
export interface Seen {
  headers: [name: string, value: string][];
  body: string;
}

const TOKEN = /name="csrfmiddlewaretoken" value="([^"]*)"/;

/** Keeps cookies by name alone, and the token of the last form that it saw. */
export class Browser {
  readonly #jar = new Map<string, string>();
  #token = '';

  /** The environ of a request; `{form}` and `{cookie}` in it stand for tokens. */
  environ(request: AskedRequest): Environ {
    const body = latin1Encode(this.#filled(request.body ?? ''));
    const environ = Object.assign(Object.create(null) as Environ, {
      REQUEST_METHOD: request.method ?? 'GET',
      SCRIPT_NAME: '',
      PATH_INFO: request.path,
      QUERY_STRING: request.query ?? '',
      SERVER_NAME: 'example.com',
      SERVER_PORT: '80',
      SERVER_PROTOCOL: 'HTTP/1.1',
      HTTP_HOST: 'example.com',
      'wsgi.version': [1, 0],
      'wsgi.url_scheme': request.scheme ?? 'http',
      'wsgi.input': new BytesIO(body),
      'wsgi.errors': new StringIO(),
      'wsgi.multithread': false,
      'wsgi.multiprocess': false,
      'wsgi.run_once': false,
    });
    if (request.body !== undefined) environ.CONTENT_LENGTH = String(body.length);
    if (this.#jar.size > 0) {
      environ.HTTP_COOKIE = Array.from(this.#jar, (pair) => pair.join('=')).join('; ');
    }
    if (request.wrapper) environ['wsgi.file_wrapper'] = FileWrapper;
    for (const [name, value] of request.headers ?? []) environ[keyOf(name)] = this.#filled(value);
    return Object.assign(environ, request.environ);
  }

  /** Takes the cookies and the token of an answer. */
  lookAt({ headers, body }: Seen): void {
    for (const [name, value] of headers) if (name === 'Set-Cookie') this.#keep(value);
    this.#token = TOKEN.exec(body)?.[1] ?? this.#token;
  }

  #keep(header: string): void {
    const [pair = '', ...attributes] = header.trim().split('; ');
    const name = pair.slice(0, pair.indexOf('='));
    if (attributes.includes('Max-Age=0')) this.#jar.delete(name);
    else this.#jar.set(name, pair.slice(name.length + 1));
  }

  #filled(text: string): string {
    const cookie = this.#jar.get('csrftoken') ?? '';
    return text.replaceAll('{form}', this.#token).replaceAll('{cookie}', cookie);
  }
}

function keyOf(name: string): string {
  const key = name.toUpperCase().replaceAll('-', '_');
  return ['CONTENT_TYPE', 'CONTENT_LENGTH'].includes(key) ? key : `HTTP_${key}`;
}

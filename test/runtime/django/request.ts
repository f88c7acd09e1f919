/**
 * Requests for the tests, sent as a server sends them.
 *
 * @module
 */

import { BytesIO, StringIO } from '#runtime/io';
import { utf8Encode } from '#runtime/codecs';
import { WSGIHandler, WSGIRequest } from '#runtime/django/core/handlers/wsgi';
import type { Environ, Header, PartialEnviron } from '#runtime/wsgiref/types';

/** The environ of a GET request for a path, or of what `more` makes of it. */
export function makeEnviron(path = '/', more: PartialEnviron = {}, body = ''): Environ {
  return Object.assign(Object.create(null) as object, {
    REQUEST_METHOD: 'GET',
    SCRIPT_NAME: '',
    PATH_INFO: path,
    SERVER_NAME: 'testserver',
    SERVER_PORT: '80',
    SERVER_PROTOCOL: 'HTTP/1.1',
    'wsgi.version': [1, 0] as const,
    'wsgi.url_scheme': 'http',
    'wsgi.input': new BytesIO(utf8Encode(body)),
    'wsgi.errors': new StringIO(),
    'wsgi.multithread': false,
    'wsgi.multiprocess': false,
    'wsgi.run_once': false,
    ...more,
  });
}

/** The request of an environ. */
export function makeRequest(path = '/', more: PartialEnviron = {}, body = ''): WSGIRequest {
  return new WSGIRequest(makeEnviron(path, more, body));
}

/** What came back from a handler. */
export interface Received {
  status: string;
  headers: Header[];
  body: string;
}

/** Sends one request through a new handler, iterates the result and closes it. */
export function send(path = '/', more: PartialEnviron = {}, handler = new WSGIHandler()): Received {
  const received: Received = { status: '', headers: [], body: '' };
  const result = handler.__call__(makeEnviron(path, more), (status, headers) => {
    Object.assign(received, { status, headers });
    return () => {};
  });
  for (const chunk of result) received.body += new TextDecoder().decode(chunk);
  result.close?.();
  return received;
}

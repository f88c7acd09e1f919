/**
 * Requests for the tests, sent as a server sends them.
 *
 * @module
 */

import { WSGIHandler, WSGIRequest } from '#runtime/django/core/handlers/wsgi';
import { makeEnviron } from '#runtime/examples/surprises/server';
import type { Header, PartialEnviron } from '#runtime/wsgiref/types';

export { makeEnviron };

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

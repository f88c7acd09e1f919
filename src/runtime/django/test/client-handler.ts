/**
 * What answers the test client: Django without a server.
 *
 * @module
 */

import type { Environ } from '../../wsgiref/types.ts';
import { BaseHandler } from '../core/handlers/base.ts';
import { WSGIRequest } from '../core/handlers/wsgi.ts';
import { requestFinished, requestStarted } from '../core/signals.ts';
import { closeOldConnections } from '../db.ts';
import type { HttpRequest } from '../http/request.ts';
import type { HttpResponseBase } from '../http/response-base.ts';
import { HttpResponse, StreamingHttpResponse } from '../http/response.ts';

/** Leads a request through middleware and view; `start_response` is never called. @models django.test.client:ClientHandler */
export class ClientHandler extends BaseHandler {
  readonly enforceCsrfChecks: boolean;
  #loaded = false;

  constructor(enforceCsrfChecks = true) {
    super();
    this.enforceCsrfChecks = enforceCsrfChecks;
  }

  /** One request from environ to response, with its signals; database connections stay open. @models django.test.client:ClientHandler.__call__ */
  __call__(environ: Environ): [request: WSGIRequest, response: HttpResponseBase] {
    if (!this.#loaded) this.loadMiddleware();
    this.#loaded = true;
    keepingConnections(requestStarted, () => requestStarted.send(this.constructor, { environ }));
    const request = new WSGIRequest(environ);
    request._dontEnforceCsrfChecks = !this.enforceCsrfChecks;
    const response = this.getResponse(request);
    conditionalContentRemoval(request, response);
    if (response instanceof StreamingHttpResponse) closeAtItsEnd(response);
    else keepingConnections(requestFinished, () => response.close());
    return [request, response];
  }
}

/** Takes away the body where a server would not send it: for HEAD, 1xx, 204 and 304. @models django.test.client:conditional_content_removal */
export function conditionalContentRemoval(
  request: HttpRequest,
  response: HttpResponseBase,
): HttpResponseBase {
  const { statusCode } = response;
  const withoutBody = statusCode < 200 || statusCode === 204 || statusCode === 304;
  if (!withoutBody && request.method !== 'HEAD') return response;
  if (response instanceof StreamingHttpResponse) response.streamingContent = [];
  else if (response instanceof HttpResponse) response.content = new Uint8Array(0);
  return response;
}

function closeAtItsEnd(response: StreamingHttpResponse): void {
  const rest = response[Symbol.iterator]();
  response.streamingContent = closingIteratorWrapper(rest, () => response.close());
}

/** What an iterator gives, and at its end, however it comes, the closing. @models django.test.client:closing_iterator_wrapper */
export function* closingIteratorWrapper(
  rest: Iterator<Uint8Array>,
  close: () => void,
): Generator<Uint8Array, void, undefined> {
  try {
    for (let step = rest.next(); step.done !== true; step = rest.next()) yield step.value;
  } finally {
    keepingConnections(requestFinished, close);
  }
}

function keepingConnections(
  signal: typeof requestStarted | typeof requestFinished,
  step: () => void,
): void {
  signal.disconnect(closeOldConnections);
  step();
  signal.connect(closeOldConnections);
}

/**
 * Requests made of an environ that a case describes.
 *
 * @module
 */

import { latin1Encode } from '#runtime/codecs';
import { WSGIRequest } from '#runtime/django/core/handlers/wsgi';
import { BytesIO } from '#runtime/io';
import type { Environ } from '#runtime/wsgiref/types';
import type { Case, Json } from '../../model.ts';
import { decode } from './values.ts';

/** A request of the case's environ and body; what the case leaves out is not there. */
export function makeRequest(input: Case): WSGIRequest {
  const asked = (input['environ'] as [string, Json][]).map(([key, value]) => [key, decode(value)]);
  const environ = Object.assign(
    Object.create(null) as Environ,
    { REQUEST_METHOD: 'GET', PATH_INFO: '/', 'wsgi.url_scheme': 'http' },
    Object.fromEntries(asked),
  );
  environ['wsgi.input'] = new BytesIO(latin1Encode(String(input['body'] ?? '')));
  return new WSGIRequest(environ);
}

/**
 * The first example: an application that reads its request.
 *
 * @module
 */

import { parseQs } from '../urllib/unicode.ts';
import type { ApplicationResult, Environ, StartResponse } from '../wsgiref/types.ts';
import { HTML, page } from './page.ts';

/** Greets the `subject` of the query, or else the world. */
export function hello(environ: Environ, startResponse: StartResponse): ApplicationResult {
  const [subject = 'World'] = parseQs(environ.QUERY_STRING ?? '').get('subject') ?? [];
  startResponse('200 OK', [['Content-Type', HTML]]);
  return [page(`Hello ${subject}!`)];
}

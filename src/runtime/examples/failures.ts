/**
 * What the third example is shown on: an application that fails where its path says.
 *
 * @module
 */

import { ValueError } from '../builtins.ts';
import { utf8Encode } from '../codecs.ts';
import type {
  ApplicationResult,
  Environ,
  StartResponse,
  WSGIApplication,
} from '../wsgiref/types.ts';
import { capturesOf, dispatch } from './dispatch.ts';
import { ExceptionMiddleware, ExceptionMiddlewareOf2007 } from './errors.ts';
import { HTML, page } from './page.ts';

/** When an application can fail: before `startResponse`, after it, or with half of its body sent. */
export type Moment = 'before' | 'after' | 'middle';

/** An application that fails at a moment. */
export function failing(moment: Moment): WSGIApplication {
  return function* (_environ, startResponse) {
    if (moment === 'before') throw new ValueError('nothing started');
    startResponse('200 OK', [['Content-Type', HTML]]);
    if (moment === 'after') throw new ValueError('started');
    yield utf8Encode('<p>Half of a page.\n');
    throw new ValueError('half sent');
  };
}

function index(_environ: Environ, startResponse: StartResponse): ApplicationResult {
  startResponse('200 OK', [['Content-Type', HTML]]);
  const layers = ['2007', 'mended'];
  const moments = ['before', 'after', 'middle'];
  return [
    page(
      'Fail',
      layers.flatMap((layer) => moments.map((moment) => `${layer}/${moment}`)),
    ),
  ];
}

function momentOf(environ: Environ): Moment {
  return capturesOf(environ)[0] as Moment;
}

/** The example itself: each failure, under each of the two layers. */
export const application = dispatch([
  [/^$/, index],
  [
    /^2007\/(before|after|middle)$/,
    (environ, startResponse) =>
      new ExceptionMiddlewareOf2007(failing(momentOf(environ))).__call__(environ, startResponse),
  ],
  [
    /^mended\/(before|after|middle)$/,
    (environ, startResponse) =>
      new ExceptionMiddleware(failing(momentOf(environ))).__call__(environ, startResponse),
  ],
]);

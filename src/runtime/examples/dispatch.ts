/**
 * The second example: one application that chooses among others by the path.
 *
 * @module
 */

import { decode } from '../charsets.ts';
import { latin1Encode, utf8Encode } from '../codecs.ts';
import type {
  ApplicationResult,
  Environ,
  StartResponse,
  WSGIApplication,
} from '../wsgiref/types.ts';
import { HTML, page } from './page.ts';

/** A pattern for the path without its first slash, and who answers where it is found. */
export type Route = readonly [pattern: RegExp, application: WSGIApplication];

/** The key of environ under which a route leaves what its pattern captured. */
export const CAPTURES = 'example.captures';

/** What the pattern of the route captured: native strings, in the order of its groups. */
export function capturesOf(environ: Environ): readonly string[] {
  return environ[CAPTURES] as readonly string[];
}

/** An application that hands each request to the first route that fits, or else to `notFound`. */
export function dispatch(routes: readonly Route[]): WSGIApplication {
  return (environ, startResponse) => {
    const path = environ.PATH_INFO.replace(/^\/+/, '');
    for (const [pattern, application] of routes) {
      const match = pattern.exec(path);
      if (match === null) continue;
      environ[CAPTURES] = match.slice(1);
      return application(environ, startResponse);
    }
    return notFound(environ, startResponse);
  };
}

/** Answers where no route fits. */
export function notFound(_environ: Environ, startResponse: StartResponse): ApplicationResult {
  startResponse('404 Not Found', [['Content-Type', 'text/plain']]);
  return [utf8Encode('Not Found')];
}

/** Lists what there is. */
export function index(_environ: Environ, startResponse: StartResponse): ApplicationResult {
  startResponse('200 OK', [['Content-Type', HTML]]);
  return [page('Whom to greet', ['hello/', 'hello/Ada'])];
}

/** Greets whom the path names, or else the world. The path is bytes in disguise: UTF-8, say our links. */
export function hello(environ: Environ, startResponse: StartResponse): ApplicationResult {
  const [name = 'World'] = capturesOf(environ);
  startResponse('200 OK', [['Content-Type', HTML]]);
  return [page(`Hello ${decode(latin1Encode(name), 'utf-8', 'replace')}!`)];
}

/** The example itself: a list of links, and a greeting with a name or without. */
export const application = dispatch([
  [/^$/, index],
  [/^hello\/?$/, hello],
  [/^hello\/(.+)$/, hello],
]);

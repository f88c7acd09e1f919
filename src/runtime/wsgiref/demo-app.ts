/**
 * The smallest application worth serving.
 *
 * @module
 */

import { utf8Encode } from '../codecs.ts';
import { repr } from '../repr.ts';
import type { Environ, StartResponse } from './types.ts';

/** Greets, and lists its environ in order of the keys, as UTF-8 text. @models wsgiref.simple_server:demo_app */
export function demoApp(environ: Environ, startResponse: StartResponse): Uint8Array[] {
  const keys = Object.keys(environ).toSorted((a, b) => (a < b ? -1 : 1));
  const lines = keys.map((key) => `${key} = ${repr(environ[key])}\n`);
  startResponse('200 OK', [['Content-Type', 'text/plain; charset=utf-8']]);
  return [utf8Encode(`Hello world!\n\n${lines.join('')}`)];
}

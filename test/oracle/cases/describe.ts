/**
 * Words to describe applications and handlers with.
 *
 * @module
 */

import type { Case, Json } from '../model.ts';

/** A step of an application, as the recorder and the replay read it. */
export type StepJson = [name: string, ...given: Json[]];

/** Answers 200 with one header. */
export const START: StepJson = ['start', '200 OK', [['Content-Type', 'text/plain']]];

/** A result of all the blocks at once. */
export function list(...chunks: Json[]): Json {
  return { kind: 'list', chunks };
}

/** A generator that does the steps and notes its end. */
export function generator(...steps: StepJson[]): Json {
  return { kind: 'generator', steps };
}

/** A result with steps of its own, and perhaps a `close()` and a length. */
export function iterable(
  steps: StepJson[],
  close: null | 'quiet' | [string, string] = 'quiet',
  length: number | null = null,
): Json {
  return { kind: 'iterable', steps, close, length };
}

/** An application that does the steps when called. */
export function application(call: StepJson[], result: Json, lazy = false): Json {
  return { lazy, call, result };
}

/** What can be said of a case beside its application. */
export interface Surroundings {
  handler?: { [option: string]: Json };
  environ?: Json[];
  input?: string;
  output?: { [option: string]: Json };
}

/** The environ of a plain request. */
export function environ(method = 'GET', protocol = 'HTTP/1.0', ...more: Json[]): Json[] {
  return [['REQUEST_METHOD', method], ['PATH_INFO', '/'], ['SERVER_PROTOCOL', protocol], ...more];
}

/** A case run by a handler that is given its environ. */
export function handled(id: string, described: Json, around: Surroundings = {}): Case {
  return {
    id,
    handler: { kind: 'simple' },
    environ: environ(),
    input: '',
    ...around,
    application: described,
  };
}

/** A case run by the server's request handler on the bytes of a request. */
export function served(id: string, request: string, described: Json): Case {
  return { id, request, application: described };
}

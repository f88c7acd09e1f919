/**
 * Requests to the demo project: those that a reader can choose, and how they are written down.
 *
 * @module
 */

import type { SiteRequest } from '../programs/python/messages.ts';
import { checkRequest, SetupError, type SentRequest } from '../stepper/setup.ts';

/** A request to choose, and what it is an example of. */
export interface ChosenRequest {
  words: string;
  request: SentRequest;
}

const get = (path: string): SentRequest => ({ method: 'GET', path, headers: [], body: '' });
const post = (path: string, body: string): SentRequest => ({
  method: 'POST',
  path,
  headers: [['Content-Type', 'application/x-www-form-urlencoded']],
  body,
});

/** The request that the book follows. */
export const JOURNEY: SentRequest = get('/notes/1/?page=2');

/** All of them, the book's own first. */
export const REQUESTS: readonly ChosenRequest[] = [
  { words: 'The request of the book: one note', request: JOURNEY },
  { words: 'A path that leads nowhere', request: get('/nowhere/') },
  { words: 'A slash too few', request: get('/plain/hello') },
  { words: 'A view that raises', request: get('/errors/value/') },
  { words: 'A view that raises Http404', request: get('/errors/missing/') },
  {
    words: 'A host that is not allowed',
    request: { ...get('/plain/host/'), headers: [['Host', 'evil.test']] },
  },
  { words: 'A form without its token', request: post('/forms/form/', 'a=1') },
  { words: 'A form to a view that needs no token', request: post('/forms/exempt/', 'a=1&b=2') },
  { words: 'A redirect to a view by its name', request: get('/responses/moved/') },
  { words: 'A body in pieces', request: get('/responses/stream/') },
  { words: 'A template, rendered late', request: get('/pages/late/') },
  { words: 'A page for who is logged in', request: get('/accounts/profile/') },
];

/** A request of what a form holds: headers one a line. @throws {SetupError} with what is wrong. */
export function readRequest(
  fields: Record<'method' | 'path' | 'headers' | 'body', string>,
): SentRequest {
  const lines = fields.headers.split('\n').filter((line) => line.trim() !== '');
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':');
    if (colon < 0) throw new SetupError(`"${line}" is no header: it has no colon.`);
    return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
  });
  const body = latin1Of(fields.body);
  return checkRequest({ method: fields.method.trim(), path: fields.path.trim(), headers, body });
}

/** Its headers, one a line. */
export function headerLines({ headers }: SentRequest): string {
  return headers.map(([name, value]) => `${name}: ${value}`).join('\n');
}

/** The same request as Python is asked it. */
export function toSiteRequest({ method, path, headers, body }: SentRequest): SiteRequest {
  const mark = path.indexOf('?');
  const target = mark === -1 ? path : path.slice(0, mark);
  return {
    method,
    path: target.replaceAll(/%([\da-f]{2})/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    ),
    query: mark === -1 ? '' : path.slice(mark + 1),
    headers,
    ...(body !== '' && { body }),
  };
}

/** The bytes of a text in UTF-8, as Latin-1. */
function latin1Of(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');
}

/** A text of the bytes that Latin-1 stands for. */
export function textOf(latin1: string): string {
  return new TextDecoder().decode(Uint8Array.from(latin1, (unit) => unit.charCodeAt(0)));
}

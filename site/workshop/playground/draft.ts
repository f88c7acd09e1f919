/**
 * A request as the reader writes it, and the request that is sent.
 *
 * @module
 */

import type { SentRequest } from './served.ts';

/** What stands in the form. */
export interface Draft {
  method: string;
  /** With its query. */
  path: string;
  /** A header a line. */
  headers: string;
  body: string;
}

/** Where the client believes the server to be. */
export const ORIGIN = 'http://localhost:8000';

/** A draft that cannot be sent. The message is for the reader. */
export class DraftError extends Error {
  override name = 'DraftError' as const;
}

/** An empty draft. */
export const EMPTY: Draft = { method: 'GET', path: '/', headers: '', body: '' };

/** What is sent for a draft. @throws {DraftError} for a method, path or header that is none. */
export function requestOf(draft: Draft, cookies: string): SentRequest {
  const method = draft.method.trim().toUpperCase();
  if (!/^[A-Z0-9!#$%&'*+.^_`|~-]+$/.test(method)) throw new DraftError('A method is one word.');
  const body = new TextEncoder().encode(draft.body);
  const headers = readHeaders(draft.headers);
  const has = (name: string): boolean => headers.some(([given]) => given.toLowerCase() === name);
  const added: [string, string][] = [];
  if (!has('host')) added.push(['Host', new URL(ORIGIN).host]);
  if (cookies !== '' && !has('cookie')) added.push(['Cookie', cookies]);
  if (body.length > 0 && !has('content-length')) added.push(['Content-Length', `${body.length}`]);
  return { method, target: targetOf(draft.path), headers: [...added, ...headers], body };
}

/** A request as it goes over the wire, for showing it. */
export function written({ method, target, headers }: SentRequest): string {
  const lines = headers.map(([name, value]) => `${name}: ${value}`);
  return [`${method} ${target} HTTP/1.1`, ...lines].join('\n');
}

/** The draft that a redirect leads to; undefined where it leads to another host. */
export function followed(draft: Draft, status: number, location: string): Draft | undefined {
  const to = addressOf(location, draft.path);
  if (!to) return undefined;
  if (status === 307 || status === 308) return { ...draft, path: to };
  return { ...EMPTY, method: draft.method === 'HEAD' ? 'HEAD' : 'GET', path: to };
}

/** The path and query that an address on a page at `from` leads to; undefined for another host. */
export function addressOf(address: string, from: string): string | undefined {
  if (!URL.canParse(address, ORIGIN + targetOf(from))) return undefined;
  const url = new URL(address, ORIGIN + targetOf(from));
  return url.origin === ORIGIN ? url.pathname + url.search : undefined;
}

function targetOf(path: string): string {
  const [bare = ''] = path.trim().toWellFormed().split('#', 1);
  const rooted = bare.startsWith('/') ? bare : `/${bare}`;
  return rooted.replaceAll(/[^\x21-\x7E]/gu, encodeURIComponent);
}

function readHeaders(text: string): [string, string][] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line): [string, string] => {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim();
    if (!/^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/.test(name))
      throw new DraftError(`"${line.trim()}" is no header: write it as Name: value.`);
    return [name, native(line.slice(colon + 1).trim())];
  });
}

/** Text as a header carries it: UTF-8, read as latin-1. */
function native(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');
}

/**
 * Pages that the runtime words by itself: told by what they are about, not by their bytes;
 * `python/own_pages.py` is the same for Python.
 *
 * @module
 */

import type { Json } from '../../model.ts';

/** What a server got before the body. */
export type Sent = {
  status: string;
  headers: [name: string, value: string][];
};

/** An answer, its body replaced by what it is about where the runtime words it by itself. */
export function withOwnPage({ status, headers }: Sent, body: string): Record<string, Json> {
  const type = headers.find(([name]) => name === 'Content-Type')?.[1] ?? '';
  const page = ownPage(status, type, body);
  if (page === null) return { status, headers, body };
  const ownLength = headers.map(([name, value]) => [
    name,
    name === 'Content-Length' ? 'its own' : value,
  ]);
  return { status, headers: ownLength, body: { page } };
}

/** What a page is about; `null` where its bytes count. */
function ownPage(status: string, type: string, body: string): string | null {
  if (status.startsWith('403') && body.startsWith('<!doctype html><title>403 Forbidden')) {
    return 'csrf failure';
  }
  if (type.startsWith('text/plain')) return textPage(body);
  const [, title] = /<title>(.*?)<\/title>/s.exec(body) ?? [];
  if (title === undefined || !body.includes('DEBUG')) return null;
  if (status.startsWith('200') && title === 'The site runs') return 'welcome';
  const [, missing, error] = /^(?:(Page not found)|(\S+)) at /.exec(title) ?? [];
  return missing === undefined ? (error ?? null) : 'not found';
}

function textPage(body: string): string | null {
  const [, error] = /^(\S+) at [^\n]*\n/.exec(body) ?? [];
  return error !== undefined && body.includes('DEBUG') ? `${error} in text` : null;
}

/**
 * Pages that the runtime words by itself: told by what they are about, not by their bytes;
 * `python/own_pages.py` is the same for Python.
 *
 * @module
 */

/** What a page is about; `null` where its bytes count. */
export function ownPage(status: string, type: string, body: string): string | null {
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

/**
 * The pages of the examples, as HTML in UTF-8.
 *
 * @module
 */

import { utf8Encode } from '../codecs.ts';
import { escape } from '../html.ts';

/** What goes with such a page. */
export const HTML = 'text/html; charset=utf-8';

/** A page with a heading and, below it, links; all of it text, whatever it looks like. */
export function page(heading: string, links: readonly string[] = []): Uint8Array {
  const title = escape(heading);
  const items = links
    .map((link) => escape(link))
    .map((link) => `<li><a href="${link}">${link}</a></li>\n`);
  const list = items.length > 0 ? `<ul>\n${items.join('')}</ul>\n` : '';
  return utf8Encode(
    `<!doctype html>\n<html lang="en">\n<title>${title}</title>\n<h1>${title}</h1>\n${list}`,
  );
}

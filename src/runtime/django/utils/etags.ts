/**
 * Entity tags: the names that HTTP gives to versions of a page.
 *
 * @module
 */

const ETAG = /^(?:W\/)?"[^"]*"$/;

/** The tags of a header; `['*']` stands for any. @models django.utils.http:parse_etags */
export function parseEtags(header: string): string[] {
  if (header.trim() === '*') return ['*'];
  return header
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => ETAG.test(tag));
}

/** A tag in quotes, unless it has them. @models django.utils.http:quote_etag */
export function quoteEtag(tag: string): string {
  return ETAG.test(tag) ? tag : `"${tag}"`;
}

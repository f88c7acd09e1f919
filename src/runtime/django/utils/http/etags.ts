/**
 * ETags, as RFC 7232 writes them.
 *
 * @module
 */

import { strip } from '../../../text.ts';

const ETAG = /^(?:W\/)?"[^"]*"$/;

/** The valid ETags of a list, each with its quotes; `*` alone means all. @models django.utils.http:parse_etags */
export function parseEtags(list: string): string[] {
  if (strip(list) === '*') return ['*'];
  return list
    .split(',')
    .map((etag) => strip(etag))
    .filter((etag) => ETAG.test(etag));
}

/** An ETag in quotes; one that has them stays. @models django.utils.http:quote_etag */
export function quoteEtag(etag: string): string {
  return ETAG.test(etag) ? etag : `"${etag}"`;
}

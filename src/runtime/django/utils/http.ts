/**
 * Query strings, hosts and leading slashes.
 *
 * @module
 */

import { unquote } from '../../urllib/unicode.ts';
import { TooManyFieldsSent } from '../core/exceptions.ts';

/** The fields of a query string; a field without a value has `''`. @throws {TooManyFieldsSent} @models django.utils.http:limited_parse_qsl */
export function limitedParseQsl(
  query: string,
  charset: string,
  fieldsLimit: number | null,
): [name: string, value: string][] {
  const pairs = query.split('&');
  if (fieldsLimit && pairs.length > fieldsLimit) {
    throw new TooManyFieldsSent(
      'The number of GET/POST parameters exceeded settings.DATA_UPLOAD_MAX_NUMBER_FIELDS.',
    );
  }
  return pairs.filter((pair) => pair !== '').map((pair) => parseField(pair, charset));
}

function parseField(pair: string, charset: string): [string, string] {
  const equals = pair.indexOf('=');
  const name = equals < 0 ? pair : pair.slice(0, equals);
  const value = equals < 0 ? '' : pair.slice(equals + 1);
  return [
    unquote(name.replaceAll('+', ' '), charset),
    unquote(value.replaceAll('+', ' '), charset),
  ];
}

/** Whether a host is the one of a pattern, or below it where that begins with a dot. @models django.utils.http:is_same_domain */
export function isSameDomain(host: string, pattern: string): boolean {
  if (!pattern) return false;
  const wanted = pattern.toLowerCase();
  if (host === wanted) return true;
  return wanted.startsWith('.') && (host.endsWith(wanted) || host === wanted.slice(1));
}

/** A path whose first two slashes cannot be taken for the beginning of a host. @models django.utils.http:escape_leading_slashes */
export function escapeLeadingSlashes(url: string): string {
  return url.startsWith('//') ? `/%2F${url.slice(2)}` : url;
}

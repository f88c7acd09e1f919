/**
 * Query strings.
 *
 * @module
 */

import { unquote } from '../../../urllib/unicode.ts';
import { TooManyFieldsSent } from '../../core/exceptions.ts';

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

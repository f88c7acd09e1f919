/**
 * Query strings, read and written.
 *
 * @module
 */

import { isNone, isPlainObject } from '../../../objects.ts';
import { str } from '../../../repr.ts';
import { quotePlus, unquote } from '../../../urllib/unicode.ts';
import { TooManyFieldsSent } from '../../core/exceptions.ts';
import { MultiValueDict } from '../datastructures.ts';

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

type Fields =
  | MultiValueDict<unknown>
  | Readonly<Record<string, unknown>>
  | Iterable<readonly [string, unknown]>;

/** Fields as a query string; with `doseq` a list is written as several fields, else as Python shows it. @throws a `TypeError` for `null`. @models django.utils.http:urlencode */
export function urlencode(query: Fields, doseq = false): string {
  return fieldsOf(query)
    .flatMap(([name, value]) => {
      refuseNone(value);
      const several = severalOf(value);
      const values = several === null ? [value] : doseq ? several : [several];
      return values.map((each) => `${quotePlus(name)}=${writeValue(each)}`);
    })
    .join('&');
}

function fieldsOf(query: Fields): (readonly [string, unknown])[] {
  if (query instanceof MultiValueDict) return [...query.lists()];
  return Symbol.iterator in query
    ? [...(query as Iterable<readonly [string, unknown]>)]
    : Object.entries(query);
}

/** The items of an iterable, each as text or bytes; `null` for a single value. */
function severalOf(value: unknown): (string | Uint8Array)[] | null {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return null;
  if (!(Symbol.iterator in value)) return isPlainObject(value) ? Object.keys(value) : null;
  return Array.from(value as Iterable<unknown>, (item) => {
    refuseNone(item);
    return item instanceof Uint8Array ? item : str(item);
  });
}

function writeValue(value: unknown): string {
  return quotePlus(value instanceof Uint8Array ? value : str(value));
}

function refuseNone(value: unknown): void {
  if (!isNone(value)) return;
  throw new TypeError(
    'Cannot encode None in a query string. Did you mean to pass an empty string or omit the value?',
  );
}

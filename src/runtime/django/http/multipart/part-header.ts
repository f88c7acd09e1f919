/**
 * The header of a part, and the content type of the whole.
 *
 * @module
 */

import { ValueError } from '../../../builtins.ts';
import { splitParameters, unquoteParameter } from '../../../cgi.ts';
import { decode } from '../../../charsets.ts';
import { latin1Encode, type NativeString } from '../../../codecs.ts';
import { unquote } from '../../../urllib/unicode.ts';

/** Bytes, or text where the header named a charset for it. */
export type ParameterValue = Uint8Array | string;

/** A line of a header: its value in lower case, and its parameters. */
export interface PartHeader {
  value: string;
  params: Readonly<Record<string, ParameterValue>>;
}

/** The lines of a header by their names in lower case; a line with a fault is left out. @throws {LookupError} */
export function readPartHeader(text: NativeString): Map<string, PartHeader> {
  const lines = new Map<string, PartHeader>();
  for (const line of text.split('\r\n')) {
    const read = readLine(line);
    if (read !== null) lines.set(...read);
  }
  return lines;
}

function readLine(line: NativeString): [name: string, header: PartHeader] | null {
  try {
    const { value, params } = parsePartHeader(line);
    const colon = value.indexOf(':');
    if (colon < 0) return null;
    return [value.slice(0, colon), { value: value.slice(colon + 1), params }];
  } catch (error) {
    if (error instanceof ValueError) return null;
    throw error;
  }
}

/**
 * The value before the first semicolon in lower case, and the parameters by lower-case name.
 * @throws {ValueError} for names that are not ASCII, or a charset in a wrong place.
 * @throws {LookupError} @models django.http.multipartparser:parse_header
 */
export function parsePartHeader(line: NativeString): PartHeader {
  const [first = '', ...rest] = splitParameters(line, quotes);
  const params = new Map<string, ParameterValue>();
  const value = ascii(stripBytes(first).toLowerCase());
  for (const part of rest) {
    const equals = part.indexOf('=');
    if (equals < 0) continue;
    const name = ascii(stripBytes(part.slice(0, equals)).toLowerCase());
    const text = stripBytes(part.slice(equals + 1));
    const isCoded = name.endsWith('*') && part.split("'").length === 3;
    const held = isCoded ? codedValue(text) : latin1Encode(unquoteParameter(text));
    params.set(name.replace(/\*$/, ''), held);
  }
  return { value, params: Object.fromEntries(params) };
}

/** A value such as `UTF-8''na%C3%AFve`: a charset, a language, and escapes. */
function codedValue(text: NativeString): string {
  const [charset = '', , escaped, ...more] = text.split("'");
  if (escaped === undefined || more.length > 0) {
    throw new ValueError('the charset of a parameter is not in its value');
  }
  return unquote(utf8(escaped), utf8(charset));
}

/** Without the spaces that bytes know. @models builtins:bytes.strip */
export function stripBytes(bytes: NativeString): NativeString {
  return bytes.replace(/^[ \t\n\r\v\f]+/, '').replace(/[ \t\n\r\v\f]+$/, '');
}

function quotes(bytes: NativeString): number {
  return bytes.split('"').length - 1;
}

function ascii(bytes: NativeString): string {
  return decode(latin1Encode(bytes), 'ascii', 'strict');
}

function utf8(bytes: NativeString): string {
  return decode(latin1Encode(bytes), 'utf-8', 'strict');
}

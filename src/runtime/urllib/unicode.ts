/**
 * Percent-encoding of Unicode text.
 *
 * @module
 */

import { decode, encode } from '../charsets.ts';
import { latin1Decode, latin1Encode } from '../codecs.ts';
import { quote as quoteNative, staysWhole, unquote as unquoteNative } from './parse.ts';

/** Escapes the bytes that are neither unreserved nor in `safe`, of which ASCII alone counts. @models urllib.parse:quote_from_bytes */
export function quoteFromBytes(bytes: Uint8Array, safe = '/'): string {
  return quoteNative(latin1Decode(bytes), safe);
}

/** Escapes the UTF-8 bytes of a text that are neither unreserved nor in `safe`. @throws {UnicodeEncodeError} for half a surrogate pair. @models urllib.parse:quote */
export function quote(text: string, safe = '/'): string {
  return staysWhole(text, safe) ? text : quoteFromBytes(encode(text, 'utf-8'), safe);
}

/** Like `quote`, with a plus sign for a space; takes text or bytes. @models urllib.parse:quote_plus */
export function quotePlus(text: string | Uint8Array, safe = ''): string {
  const bytes = typeof text === 'string' ? encode(text, 'utf-8') : text;
  return quoteFromBytes(bytes, `${safe} `).replaceAll(' ', '+');
}

/** Undoes `quote`; escapes that are no text in `charset` become U+FFFD. @throws {LookupError} @models urllib.parse:unquote */
export function unquote(text: string, charset = 'utf-8'): string {
  if (!text.includes('%')) return text;
  // A charset may read a plain character as the second half of an escaped one.
  return text.replaceAll(/[\0-\x7f]+/g, (ascii) =>
    decode(latin1Encode(unquoteNative(ascii)), charset, 'replace'),
  );
}

function unquotePlus(text: string): string {
  return unquote(text.replaceAll('+', ' '));
}

/**
 * The fields of a query string, each with its values in their order; a field without a value is
 * left out. @models urllib.parse:parse_qs
 */
export function parseQs(query: string): Map<string, string[]> {
  const fields = new Map<string, string[]>();
  for (const pair of query.split('&')) {
    const [, name = '', value = ''] = /^([^=]*)=([^]*)$/.exec(pair) ?? [];
    if (value === '') continue;
    const key = unquotePlus(name);
    fields.set(key, [...(fields.get(key) ?? []), unquotePlus(value)]);
  }
  return fields;
}

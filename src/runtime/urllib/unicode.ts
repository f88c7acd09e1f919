/**
 * Percent-encoding of Unicode text, and the parts of a URL.
 *
 * @module
 */

import { decode } from '../charsets.ts';
import { latin1Decode, latin1Encode, utf8Encode } from '../codecs.ts';
import { quote as quoteNative, unquote as unquoteNative } from './parse.ts';

/** Escapes the UTF-8 bytes of a text that are neither unreserved nor in `safe`. @models urllib.parse:quote */
export function quote(text: string, safe = '/'): string {
  return quoteNative(latin1Decode(utf8Encode(text)), safe);
}

/** Like `quote`, with a plus sign for a space. @models urllib.parse:quote_plus */
export function quotePlus(text: string, safe = ''): string {
  return quote(text, `${safe} `).replaceAll(' ', '+');
}

/** Undoes `quote`; escapes that are no text in `charset` become U+FFFD. @models urllib.parse:unquote */
export function unquote(text: string, charset = 'utf-8'): string {
  return text.replaceAll(/(?:%[0-9a-f]{2})+/gi, (escapes) =>
    decode(latin1Encode(unquoteNative(escapes)), charset, 'replace'),
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

/** The scheme of a URL in lower case, `''` where it has none. @models urllib.parse:urlparse */
export function schemeOf(url: string): string {
  return /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase() ?? '';
}

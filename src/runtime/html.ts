/**
 * Text inside HTML.
 *
 * @module
 */

/**
 * A text as HTML, with its markup disarmed; `quote` says whether quotation marks are too, which
 * an attribute needs. @models html:escape
 */
export function escape(text: string, quote = true): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return quote ? escaped.replaceAll('"', '&quot;').replaceAll("'", '&#x27;') : escaped;
}

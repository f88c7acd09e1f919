/**
 * Fields of a fixed width.
 *
 * @module
 */

/** Where a text stands in its field; `=` fills between a number's sign and its digits. */
export type Alignment = '<' | '>' | '^' | '=';

/** A text in a field of at least `width` characters. */
export function pad(text: string, width: number, align: Alignment, fill = ' '): string {
  const missing = width - Array.from(text).length;
  if (missing <= 0) return text;
  if (align === '<') return text + fill.repeat(missing);
  if (align === '>') return fill.repeat(missing) + text;
  if (align === '^') {
    const before = Math.floor(missing / 2);
    return fill.repeat(before) + text + fill.repeat(missing - before);
  }
  const [sign = ''] = /^[-+ ]?/.exec(text) ?? [];
  return sign + fill.repeat(missing) + text.slice(sign.length);
}

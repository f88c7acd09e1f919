/**
 * Canonical values as text, for messages that set two languages side by side.
 *
 * @module
 */

import type { Canonical } from './canonical.ts';

const PLAIN = { NaN: 'nan', '-0': '-0.0', Infinity: 'inf', '-Infinity': '-inf' } as const;
const SHORT: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A canonical value in Python's notation, on one line: `{'a': [1, None, b'\x00']}`. */
export function renderCanonical(value: Canonical): string {
  if (value === null) return 'None';
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return quoted(value);
  if ('number' in value) return PLAIN[value.number];
  if ('bigint' in value) return value.bigint;
  if ('bytes' in value) return `b${quoted(bytesText(value.bytes), 0x7e)}`;
  if ('list' in value) return `[${value.list.map(renderCanonical).join(', ')}]`;
  if ('exception' in value) {
    return `${value.exception}(${value.message === '' ? '' : quoted(value.message)})`;
  }
  if ('repr' in value) return value.repr;
  const items = value.dict.map(
    ([key, item]) => `${typeof key === 'number' ? key : quoted(key)}: ${renderCanonical(item)}`,
  );
  return `{${items.join(', ')}}`;
}

function bytesText(hexadecimal: string): string {
  const pairs = hexadecimal.match(/../g) ?? [];
  return pairs.map((pair) => String.fromCharCode(Number.parseInt(pair, 16))).join('');
}

function quoted(text: string, highest = Infinity): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let body = '';
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    if (character === quote) body += `\\${quote}`;
    else if (SHORT[character] !== undefined) body += SHORT[character];
    else if (point < 0x20 || (point >= 0x7f && point < 0xa0) || (point > highest && point < 0x100))
      body += `\\x${point.toString(16).padStart(2, '0')}`;
    else if (point >= 0xd800 && point <= 0xdfff) body += `\\u${point.toString(16)}`;
    else body += character;
  }
  return quote + body + quote;
}

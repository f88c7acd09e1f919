/**
 * Header values with parameters.
 *
 * @module
 */

import { strip } from './text.ts';

/** The value before the first semicolon, and the parameters by lower-case name. @models cgi:parse_header */
export function parseHeader(line: string): [value: string, params: Record<string, string>] {
  if (!line.includes(';')) return [strip(line), {}];
  const [key = '', ...rest] = splitParameters(line, unescapedQuotes);
  const params = new Map<string, string>();
  for (const part of rest) {
    const equals = part.indexOf('=');
    if (equals < 0) continue;
    const name = strip(part.slice(0, equals)).toLowerCase();
    params.set(name, unquoteParameter(strip(part.slice(equals + 1))));
  }
  return [strip(key), Object.fromEntries(params)];
}

/** Pieces between the semicolons before which an even number of quotes stands in their piece. */
export function splitParameters(line: string, countQuotes: (text: string) => number): string[] {
  const parts: string[] = [];
  let open: string | null = null;
  for (const piece of line.split(';')) {
    const part: string = open === null ? piece : `${open};${piece}`;
    open = countQuotes(part) % 2 === 0 ? null : part;
    if (open === null) parts.push(part);
  }
  return open === null ? parts : [...parts, open];
}

/** A parameter without its quotes. */
export function unquoteParameter(value: string): string {
  if (value.length < 2 || !value.startsWith('"') || !value.endsWith('"')) return value;
  return value.slice(1, -1).replaceAll('\\\\', '\\').replaceAll('\\"', '"');
}

function unescapedQuotes(text: string): number {
  return text.split('"').length - text.split('\\"').length;
}

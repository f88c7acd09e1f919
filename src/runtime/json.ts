/**
 * JSON as Python writes it: with spaces unless told otherwise, and in ASCII.
 *
 * @module
 */

import { isNone, isPlainObject } from './objects.ts';
import { typeName } from './repr.ts';

export { JSONDecodeError, loads } from './json/decoder.ts';

/** How JSON is written. */
export interface DumpOptions {
  /** What stands between items, and between a key and its value. */
  separators?: readonly [item: string, key: string];
  /** What JSON cannot hold, turned into something that it can. */
  encode?: (value: object) => unknown;
}

/** Separators without spaces. */
export const COMPACT = [',', ':'] as const;

/** A value as JSON. @throws a `TypeError` for what JSON cannot hold. @models json:dumps */
export function dumps(value: unknown, options: DumpOptions = {}): string {
  if (isNone(value)) return 'null';
  if (typeof value === 'string') return dumpText(value);
  if (typeof value === 'number') return dumpNumber(value);
  if (typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  const [comma, colon] = options.separators ?? [', ', ': '];
  if (Array.isArray(value)) {
    return `[${value.map((held) => dumps(held, options)).join(comma)}]`;
  }
  if (isPlainObject(value)) {
    const entries = Object.entries(value).map(
      ([key, held]) => dumpText(key) + colon + dumps(held, options),
    );
    return `{${entries.join(comma)}}`;
  }
  if (options.encode && typeof value === 'object') return dumps(options.encode(value), options);
  throw new TypeError(`Object of type ${typeName(value)} is not JSON serializable`);
}

function dumpText(text: string): string {
  return JSON.stringify(text).replaceAll(
    /[\x80-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function dumpNumber(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (Number.isFinite(value)) return String(value);
  return value > 0 ? 'Infinity' : '-Infinity';
}

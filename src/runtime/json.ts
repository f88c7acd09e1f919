/**
 * JSON as Python writes it: with spaces, and in ASCII.
 *
 * @module
 */

import { isNone, isPlainObject } from './objects.ts';
import { typeName } from './repr.ts';

/** A value as JSON. @throws a `TypeError` for what JSON cannot hold. @models json:dumps */
export function dumps(value: unknown): string {
  if (isNone(value)) return 'null';
  if (typeof value === 'string') return dumpText(value);
  if (typeof value === 'number') return dumpNumber(value);
  if (typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) return `[${value.map(dumps).join(', ')}]`;
  if (isPlainObject(value)) {
    const entries = Object.entries(value).map(([key, held]) => `${dumpText(key)}: ${dumps(held)}`);
    return `{${entries.join(', ')}}`;
  }
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

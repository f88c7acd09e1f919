/**
 * Values on their way into SQLite and out of it.
 *
 * JavaScript has one kind of number: a whole one goes in as an integer. A `Date` stands for
 * Python's `datetime` in UTC and is kept as Python's `str()` writes that.
 *
 * @module
 */

import { OverflowError } from '../builtins.ts';
import { PerProcess } from '../process.ts';
import { typeName } from '../repr.ts';
import type { SqlColumn, SqlValue } from './driver.ts';
import { ProgrammingError } from './errors.ts';

/** Makes a value of what a column of its declared type holds. */
export type Converter = (held: string) => unknown;

const convertersAtImport = new Map<string, Converter>();
const converters = new PerProcess(() => new Map(convertersAtImport));

/**
 * Has columns that were declared with this type give what the converter makes. A module of the
 * runtime that registers as it loads does so for every process. @models sqlite3:register_converter
 */
export function registerConverter(
  typename: string,
  converter: Converter,
  { atImport = false }: { atImport?: boolean } = {},
): void {
  if (atImport) convertersAtImport.set(typename.toUpperCase(), converter);
  converters.value.set(typename.toUpperCase(), converter);
}

/** The converter of a column, by the first word of its declared type. */
export function converterOf(column: SqlColumn): Converter | null {
  const [word = ''] = (column.declaredType ?? '').split(/[ (]/, 1);
  return converters.value.get(word.toUpperCase()) ?? null;
}

/** A value as SQLite holds it; `place` counts parameters from 1. @throws {ProgrammingError} @throws {OverflowError} */
export function bind(value: unknown, place: number): SqlValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return value ? 1n : 0n;
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value;
  if (typeof value === 'bigint') return fitting(value);
  if (typeof value === 'string' || value instanceof Uint8Array) return value;
  if (value instanceof Date) return dateText(value);
  throw new ProgrammingError(
    `Error binding parameter ${place}: type '${typeName(value)}' is not supported`,
  );
}

/** What a program gets of a held value: a `number` for an integer that is small enough. */
export function unbind(held: SqlValue): null | bigint | number | string | Uint8Array {
  if (typeof held !== 'bigint') return held;
  const number = Number(held);
  return Number.isSafeInteger(number) ? number : held;
}

/** Turns a held value into what the declared type of its column stands for. */
export function convert(held: SqlValue, converter: Converter | null): unknown {
  if (held === null || !converter) return unbind(held);
  return converter(held instanceof Uint8Array ? new TextDecoder().decode(held) : String(held));
}

function fitting(value: bigint): bigint {
  if (BigInt.asIntN(64, value) === value) return value;
  throw new OverflowError('Python int too large to convert to SQLite INTEGER');
}

function dateText(date: Date): string {
  const [day = '', rest = ''] = date.toISOString().split('T');
  const [time = '', milliseconds = ''] = rest.slice(0, -1).split('.');
  return milliseconds === '000' ? `${day} ${time}` : `${day} ${time}.${milliseconds}000`;
}

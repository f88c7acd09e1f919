/**
 * A form in which a Python value and a JavaScript value can be compared. It is JSON: the judge
 * makes it in Python (`canonical.py`), the engine makes it here, and `same-as=` sets the two
 * side by side.
 *
 * @module
 */

import { renderCanonical } from './canonical-text.ts';

export { renderCanonical };

/** A number that JSON has no literal for. */
export type SpecialNumber = 'NaN' | '-0' | 'Infinity' | '-Infinity';

/** A key of a canonical dict. An object's keys are strings; a Map's are what they are. */
export type CanonicalKey = string | number;

/**
 * One value, whatever the language. `null` is `None`, `null` and `undefined`; `bigint` is
 * decimal text, used beyond ±(2**53 - 1) only; `bytes` is lower-case hexadecimal; `repr` is
 * a value that has no twin in the other language and equals nothing, itself included.
 */
export type Canonical =
  | null
  | boolean
  | number
  | string
  | { number: SpecialNumber }
  | { bigint: string }
  | { bytes: string }
  | { list: Canonical[] }
  | { dict: [CanonicalKey, Canonical][] }
  | { exception: string; message: string }
  | { repr: string };

/** A value that contains itself has no canonical form. */
export class CircularValueError extends Error {
  override name = 'CircularValueError';
  /** The way from the whole value to the place that leads back, such as `value.a[0]`. */
  readonly path: string;

  constructor(path: string) {
    super(`${path} is one of the values that contain it, so it cannot be compared with Python's.`);
    this.path = path;
  }
}

/**
 * The canonical form of a JavaScript value. Arrays are lists; Maps, plain objects and objects
 * without a prototype are dicts; errors are exceptions under their `name`; any other object is
 * a `repr`. @throws {CircularValueError} when the value contains itself.
 */
export function canonical(value: unknown): Canonical {
  return convert(value, 'value', []);
}

function convert(value: unknown, path: string, around: object[]): Canonical {
  switch (typeof value) {
    case 'undefined':
      return null;
    case 'boolean':
    case 'string':
      return value;
    case 'number':
      return convertNumber(value);
    case 'bigint':
      return Number.isSafeInteger(Number(value)) ? Number(value) : { bigint: String(value) };
    case 'object':
      return value === null ? null : convertObject(value, path, around);
    case 'function':
      return { repr: value.name === '' ? '<function>' : `<function ${value.name}>` };
    case 'symbol':
      return { repr: `<${String(value)}>` };
  }
}

function convertNumber(value: number): Canonical {
  if (Number.isNaN(value)) return { number: 'NaN' };
  if (Object.is(value, -0)) return { number: '-0' };
  if (value === Infinity) return { number: 'Infinity' };
  if (value === -Infinity) return { number: '-Infinity' };
  return value;
}

function convertObject(value: object, path: string, around: object[]): Canonical {
  if (around.includes(value)) throw new CircularValueError(path);
  const within = [...around, value];
  if (value instanceof Uint8Array) return { bytes: hexadecimal(value) };
  if (value instanceof Error) return { exception: value.name, message: value.message };
  if (Array.isArray(value)) {
    return { list: Array.from(value, (item, index) => convert(item, `${path}[${index}]`, within)) };
  }
  if (value instanceof Map) return convertMap(value, path, within);
  if (!isPlain(value)) return { repr: `<${value.constructor?.name || 'object'}>` };
  return {
    dict: Object.entries(value).map(([key, item]) => [
      key,
      convert(item, `${path}.${key}`, within),
    ]),
  };
}

function convertMap(map: Map<unknown, unknown>, path: string, within: object[]): Canonical {
  const dict: [CanonicalKey, Canonical][] = [];
  for (const [key, item] of map) {
    if (typeof key !== 'string' && !Number.isSafeInteger(key)) return { repr: '<Map>' };
    dict.push([key as CanonicalKey, convert(item, `${path}.get(${JSON.stringify(key)})`, within)]);
  }
  return { dict };
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

function hexadecimal(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Whether two canonical values are the same. The order of a dict's items does not matter; NaN
 * equals NaN, `-0` does not equal `0`; whatever holds a `repr` equals nothing.
 */
export function sameValue(a: Canonical, b: Canonical): boolean {
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) return a === b;
  if ('number' in a) return 'number' in b && a.number === b.number;
  if ('bigint' in a) return 'bigint' in b && a.bigint === b.bigint;
  if ('bytes' in a) return 'bytes' in b && a.bytes === b.bytes;
  if ('list' in a) return 'list' in b && sameList(a.list, b.list);
  if ('dict' in a) return 'dict' in b && sameDict(a.dict, b.dict);
  if ('exception' in a) {
    return 'exception' in b && a.exception === b.exception && a.message === b.message;
  }
  return false;
}

function sameList(a: Canonical[], b: Canonical[]): boolean {
  return a.length === b.length && a.every((item, index) => sameValue(item, b[index] ?? null));
}

function sameDict(a: [CanonicalKey, Canonical][], b: [CanonicalKey, Canonical][]): boolean {
  const other = new Map(b);
  return (
    a.length === b.length &&
    a.every(([key, item]) => other.has(key) && sameValue(item, other.get(key) ?? null))
  );
}

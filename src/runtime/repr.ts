/**
 * Values as Python's `repr()` prints them, since many of its messages hold one.
 *
 * JavaScript has no tuple: a frozen array stands for one, an open array for a list.
 *
 * @module
 */

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escapeUnit(character: string): string {
  const known = ESCAPES[character];
  if (known !== undefined) return known;
  const point = character.codePointAt(0) ?? 0;
  const hex = point.toString(16);
  if (point <= 0xff) return `\\x${hex.padStart(2, '0')}`;
  return point <= 0xffff ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}

function quoteFor(text: string): string {
  return text.includes("'") && !text.includes('"') ? '"' : "'";
}

function reprText(text: string, unprintable: RegExp): string {
  const quote = quoteFor(text);
  const body = text.replace(unprintable, escapeUnit).replaceAll(quote, `\\${quote}`);
  return `${quote}${body}${quote}`;
}

function reprNumber(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  return String(value);
}

function reprTuple(values: readonly unknown[]): string {
  return values.length === 1 ? `(${repr(values[0])},)` : `(${values.map(repr).join(', ')})`;
}

function isClass(value: object): boolean {
  return Object.getOwnPropertyDescriptor(value, 'prototype')?.writable === false;
}

function isDict(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

function hasOwnRepr(value: object): value is { __repr__(): string } {
  return '__repr__' in value && typeof value.__repr__ === 'function';
}

function reprPairs(pairs: readonly [unknown, unknown][]): string {
  return `{${pairs.map(([key, held]) => `${repr(key)}: ${repr(held)}`).join(', ')}}`;
}

function reprObject(value: object): string {
  if (hasOwnRepr(value)) return value.__repr__();
  if (value instanceof Uint8Array) {
    const text = Array.from(value, (byte) => String.fromCharCode(byte)).join('');
    return `b${reprText(text, /[^ -~]|\\/g)}`;
  }
  if (Array.isArray(value)) {
    return Object.isFrozen(value) ? reprTuple(value) : `[${value.map(repr).join(', ')}]`;
  }
  if (value instanceof Error) {
    return `${value.name}(${value.message === '' ? '' : repr(value.message)})`;
  }
  if (value instanceof Map) return reprPairs([...value]);
  if (isDict(value)) return reprPairs(Object.entries(value));
  return `<${typeName(value)} object>`;
}

/**
 * The text that Python's `repr()` gives for the counterpart of a value: what its method
 * `__repr__` says, where it has one. Objects carry no address, so that the text is the same each time. @models builtins:repr
 */
export function repr(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return reprText(value, /[\p{C}\p{Zl}\p{Zp}\\]|(?! )\p{Zs}/gu);
    case 'number':
      return reprNumber(value);
    case 'boolean':
      return value ? 'True' : 'False';
    case 'function':
      return isClass(value) ? `<class '${value.name}'>` : `<function ${value.name || '<lambda>'}>`;
    case 'object':
      return value === null ? 'None' : reprObject(value);
    case 'undefined':
      return 'None';
    default:
      return String(value);
  }
}

/**
 * The text that Python's `str()` gives for the counterpart of a value: text as it is, the message
 * of an error, an object's own text, else its `repr()`. @models builtins:str
 */
export function str(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Error) return value.message;
  return hasOwnText(value) ? String(value) : repr(value);
}

function hasOwnText(value: unknown): value is object {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Uint8Array) &&
    !isDict(value) &&
    value.toString !== Object.prototype.toString
  );
}

const PRIMITIVE_TYPES: Record<string, string> = {
  string: 'str',
  boolean: 'bool',
  bigint: 'int',
  undefined: 'NoneType',
};

/**
 * The name of the Python type a value stands for: `str` for a string, `NoneType` for null, the
 * name of its class for any other object.
 */
export function typeName(value: unknown): string {
  if (value === null) return 'NoneType';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float';
  if (typeof value === 'function') return isClass(value) ? 'type' : 'function';
  if (typeof value !== 'object') return PRIMITIVE_TYPES[typeof value] ?? typeof value;
  if (Array.isArray(value)) return Object.isFrozen(value) ? 'tuple' : 'list';
  if (value instanceof Uint8Array) return 'bytes';
  if (value instanceof Set) return 'set';
  return value instanceof Map || isDict(value) ? 'dict' : value.constructor.name;
}

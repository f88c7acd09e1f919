/**
 * What Python decides about any value: whether it is true, whether it is a class, and what a
 * missing attribute says.
 *
 * @module
 */

import { AttributeError } from './builtins.ts';
import { typeName } from './repr.ts';

/** What stands for Python's `None`. */
export type None = null | undefined;

/** Whether a value stands for `None`. */
export function isNone(value: unknown): value is None {
  return value === null || value === undefined;
}

/** A plain object stands for a dict. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

/** Whether `if value:` is taken: empty containers are false, every other object is true. @models builtins:bool */
export function truth(value: unknown): boolean {
  if (typeof value === 'number') return value !== 0;
  if (typeof value !== 'object' || value === null) return Boolean(value);
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return sizeOf(value) > 0;
  if (value instanceof Map || value instanceof Set) return value.size > 0;
  return !isPlainObject(value) || Object.keys(value).length > 0;
}

function sizeOf(value: readonly unknown[] | ArrayBufferView): number {
  return Array.isArray(value) ? value.length : (value as ArrayBufferView).byteLength;
}

/** Whether a function is a class: only `new` may call it. */
export function isClass(value: unknown): value is abstract new (...args: never[]) => object {
  return (
    typeof value === 'function' &&
    Object.getOwnPropertyDescriptor(value, 'prototype')?.writable === false
  );
}

/** What reading an attribute raises that a value does not have; `attribute` as Python spells it. */
export function missingAttribute(value: unknown, attribute: string): AttributeError {
  return new AttributeError(`'${typeName(value)}' object has no attribute '${attribute}'`);
}

/**
 * Values as Python's `str()` writes them.
 *
 * @module
 */

import { repr } from './repr.ts';

/** A text as it is, an exception's message, what an object's own `toString` says; `repr()` for all else. @models builtins:str */
export function str(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Error) return value.message;
  return hasOwnText(value) ? String(value) : repr(value);
}

function hasOwnText(value: unknown): value is { toString(): string } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  if (ArrayBuffer.isView(value) || typeof value.toString !== 'function') return false;
  return value.toString !== Object.prototype.toString;
}

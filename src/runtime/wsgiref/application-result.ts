/**
 * How a server goes through what an application returned. A `for…of` would close an iterator
 * behind the server's back when something throws, so the steps are taken by hand.
 *
 * @module
 */

import { typeName } from '../repr.ts';

/**
 * The iterator of a result.
 * @throws a `TypeError` where the result cannot be iterated, in Python's words.
 */
export function openResult(result: unknown): Iterator<unknown> {
  const open: unknown = (Object(result) as Partial<Iterable<unknown>>)[Symbol.iterator];
  if (typeof open !== 'function') {
    throw new TypeError(`'${typeName(result)}' object is not iterable`);
  }
  return open.call(result) as Iterator<unknown>;
}

/** How many blocks a result holds, where it can tell: only an array can. */
export function resultLength(result: unknown): number | null {
  return Array.isArray(result) ? result.length : null;
}

interface Closable {
  close?: unknown;
  [Symbol.dispose]?: unknown;
}

/**
 * Ends a result: its `close()`, else its dispose method, else its iterator's `return()`, which
 * runs the `finally` of a generator as Python's garbage collector does.
 */
export function closeResult(result: unknown, iterator: Iterator<unknown> | null): void {
  const { close, [Symbol.dispose]: dispose } = Object(result) as Closable;
  if (typeof close === 'function') close.call(result);
  else if (typeof dispose === 'function') dispose.call(result);
  else iterator?.return?.();
}

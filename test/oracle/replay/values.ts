/**
 * Values as JSON carries them; `python/oracle_values.py` is the same for Python.
 *
 * @module
 */

import * as builtins from '#runtime/builtins';
import { latin1Decode, latin1Encode } from '#runtime/codecs';
import { BytesIO, StringIO } from '#runtime/io';
import type { Json } from '../model.ts';
import { known, UnknownWordError } from '../unknown-word-error.ts';

const ERRORS: Record<string, new (message?: string) => Error> = {
  ...(builtins as unknown as Record<string, new (message?: string) => Error>),
  TypeError,
};

/** The runtime's value for a JSON value of a case: a tuple is a frozen array, a dict a record. */
export function decode(value: Json): unknown {
  if (Array.isArray(value)) return value.map(decode);
  if (typeof value !== 'object' || value === null) return value;
  if (typeof value['bytes'] === 'string') return latin1Encode(value['bytes']);
  if (Array.isArray(value['tuple'])) return Object.freeze(value['tuple'].map(decode));
  return decodeRecord(value['dict'] as Json[]);
}

/** A record without a prototype from its keys and JSON values. */
export function decodeRecord(entries: readonly Json[]): Record<string, unknown> {
  const record = Object.create(null) as Record<string, unknown>;
  for (const [key, held = null] of entries as [string, Json?][]) record[key] = decode(held);
  return record;
}

/** The JSON value of a value of the runtime. @throws an `Error` for what no case may give. */
export function encode(value: unknown): Json {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return value;
  }
  if (value instanceof Uint8Array) return { bytes: latin1Decode(value) };
  if (Array.isArray(value)) {
    const items = value.map(encode);
    return Object.isFrozen(value) ? { tuple: items } : items;
  }
  if (value instanceof BytesIO || value instanceof StringIO) {
    return { stream: value.constructor.name };
  }
  if (typeof value === 'object') return { dict: encodeEntries(value) };
  throw new Error(`A case gave ${typeof value}, which recordings cannot hold.`);
}

function encodeEntries(value: object): Json[] {
  return Object.entries(value).map(([key, held]) => [key, encode(held)]);
}

/** The class and the message of an error. */
export function encodeError(error: unknown): Json {
  return error instanceof Error ? [error.name, error.message] : [typeof error, String(error)];
}

/** What an action returned, or what it threw. */
export function attempt(action: () => unknown): { [outcome: string]: Json } {
  try {
    return { value: encode(action()) };
  } catch (error) {
    if (error instanceof UnknownWordError) throw error;
    return { error: encodeError(error) };
  }
}

/** An error by its name in Python. @throws {UnknownWordError} where the runtime has none. */
export function makeError(name: string, message: string): Error {
  const made = known(ERRORS, 'exception', name);
  return message === '' ? new made() : new made(message);
}

/** A block of the body: text stands for its latin-1 bytes, `{value}` for anything. */
export function chunk(value: Json): Uint8Array {
  if (typeof value === 'string') return latin1Encode(value);
  return decode((value as { value: Json }).value) as Uint8Array;
}

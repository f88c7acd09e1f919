/**
 * Values between JSON and the runtime of the django suites; `python/values.py` is the same for
 * Python, and says how each is written.
 *
 * @module
 */

import { latin1Decode, latin1Encode } from '#runtime/codecs';
import { UUID } from '#runtime/django/urls/converters';
import type { Json } from '../../model.ts';
import { known, UnknownWordError } from '../../unknown-word-error.ts';

type Meaning = (held: Json) => unknown;

const DECODERS: Record<string, Meaning> = {
  bytes: (text) => latin1Encode(String(text)),
  tuple: (items) => Object.freeze((items as Json[]).map(decode)),
  dict: (pairs) => decodeRecord(pairs as Json[]),
  int: (digits) => BigInt(String(digits)),
  float: (name) => ({ nan: Number.NaN, inf: Number.POSITIVE_INFINITY })[String(name)],
  uuid: (text) => new UUID(String(text)),
  datetime: (text) => new Date(`${String(text).replace('+00:00', '')}Z`),
};

/** The runtime's value for a JSON value of a case. @throws {UnknownWordError} for one of another kind. */
export function decode(value: Json): unknown {
  if (Array.isArray(value)) return value.map(decode);
  if (typeof value !== 'object' || value === null) return value;
  const [[kind, held] = ['', null]] = Object.entries(value);
  return known(DECODERS, 'kind of value', kind)(held);
}

function decodeRecord(pairs: readonly Json[]): Record<string, unknown> {
  return Object.fromEntries(
    (pairs as [Json, Json][]).map(([key, held]) => [String(decode(key)), decode(held)]),
  );
}

/** The JSON value of a value of the runtime. @throws an `Error` for what recordings cannot hold. */
export function encode(value: unknown): Json {
  if (value === null || value === undefined) return null;
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'bigint':
      return { int: String(value) };
    case 'number':
      return Number.isFinite(value) ? value : { float: String(value) };
    case 'object':
      return encodeObject(value);
    default:
      throw new Error(`A case gave ${typeof value}, which recordings cannot hold.`);
  }
}

function encodeObject(value: object): Json {
  if (value instanceof Uint8Array) return { bytes: latin1Decode(value) };
  if (value instanceof UUID) return { uuid: String(value) };
  if (Array.isArray(value)) {
    const items = value.map(encode);
    return Object.isFrozen(value) ? { tuple: items } : items;
  }
  const pairs = value instanceof Map ? [...value] : Object.entries(value);
  return { dict: pairs.map(([key, held]) => [encode(key), encode(held)]) };
}

/** The class and the message of an error. */
export function encodeError(error: unknown): Json {
  return error instanceof Error ? [error.name, error.message] : [typeof error, String(error)];
}

/** What an action returned, or what it threw. */
export function attempt(action: () => unknown): Record<string, Json> {
  try {
    return { value: encode(action()) };
  } catch (error) {
    if (error instanceof UnknownWordError) throw error;
    return { error: encodeError(error) };
  }
}

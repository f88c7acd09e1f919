/**
 * What comes out of a worker, looked at before it is believed: a reader's code may have made it.
 *
 * @module
 */

import type { Mismatch, PageMessage, SnippetEnd, ThrownError } from '../run/protocol.ts';

/** The most that is taken of one text, in UTF-16 units. */
const LONGEST = 200_000;

/** The most that is taken of one list. */
const MOST = 1000;

/** A message as it should be; undefined where it is none. */
export function readMessage(value: unknown): PageMessage | undefined {
  const type = field(value, 'type');
  const ordinal = integer(field(value, 'ordinal'));
  switch (type) {
    case 'begin':
      return { type, ordinal };
    case 'end':
      return { type, end: readEnd(field(value, 'end')) };
    case 'threw':
      return {
        type,
        ordinal,
        error: readError(field(value, 'error')),
        end: readEnd(field(value, 'end')),
      };
    case 'overflow':
      return { type, ordinal, end: readEnd(field(value, 'end')) };
    case 'stray':
      return {
        type,
        ordinal,
        complaint: text(field(value, 'complaint')),
        error: readError(field(value, 'error')),
      };
    case 'link':
      return { type, error: readError(field(value, 'error')) };
    case 'loaded':
      return { type, address: text(field(value, 'address')) };
    default:
      return undefined;
  }
}

function readEnd(value: unknown): SnippetEnd {
  const shown = field(value, 'value');
  return {
    ordinal: integer(field(value, 'ordinal')),
    printed: text(field(value, 'printed')),
    ...(typeof shown === 'string' && { value: text(shown) }),
    held: list(field(value, 'held')).map(integer),
    mismatches: list(field(value, 'mismatches')).map(readMismatch),
    entered: [],
    complaints: list(field(value, 'complaints')).map(text),
    milliseconds: Number(field(value, 'milliseconds')) || 0,
  };
}

function readMismatch(value: unknown): Mismatch {
  return {
    site: integer(field(value, 'site')),
    message: text(field(value, 'message')),
    expected: text(field(value, 'expected')),
    received: text(field(value, 'received')),
  };
}

function readError(value: unknown): ThrownError {
  return {
    name: text(field(value, 'name')),
    message: text(field(value, 'message')),
    stack: text(field(value, 'stack')),
  };
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value.slice(0, MOST) : [];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, LONGEST) : '';
}

function integer(value: unknown): number {
  return Number.isSafeInteger(value) ? Number(value) : -1;
}

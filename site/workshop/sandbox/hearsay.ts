/**
 * What came out of the sandbox, looked at before it is believed. Code that a reader was sent may
 * have had a hand in it; only the shape can be checked here, and who asked checks the rest.
 *
 * @module
 */

import type { FromFrame, FromWorker, ThrownInside } from './protocol.ts';

/** As much of an error's text as is kept, in characters. */
const MOST_TEXT = 20_000;

/** A message of the frame's, or `undefined` for what is none. */
export function readFromFrame(data: unknown): FromFrame | undefined {
  if (!isRecord(data)) return undefined;
  if (data['type'] === 'hello') return { type: 'hello' };
  const { worker } = data;
  const said = readFromWorker(data['said']);
  return typeof worker === 'number' && said ? { type: 'said', worker, said } : undefined;
}

function readFromWorker(said: unknown): FromWorker | undefined {
  if (!isRecord(said)) return undefined;
  const { type, ask } = said;
  if (type === 'ready') return { type };
  if (type === 'broken') return { type, error: readError(said['error']) };
  if (typeof ask !== 'number') return undefined;
  if (type === 'answer') return { type, ask, value: said['value'] };
  if (type === 'failed') return { type, ask, error: readError(said['error']) };
  const { events } = said;
  return type === 'events' && Array.isArray(events) ? { type, ask, events } : undefined;
}

function readError(error: unknown): ThrownInside {
  const { name, message, stack } = isRecord(error) ? error : {};
  return { name: text(name) || 'Error', message: text(message), stack: text(stack) };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, MOST_TEXT) : '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

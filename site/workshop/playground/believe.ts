/**
 * Answers out of the sandbox, checked: the reader's code could have made them up.
 *
 * @module
 */

import type { LogLine, Noise, ProjectPlace, Raised, Served, Started } from './served.ts';

/** How the start went, as far as it can be believed. */
export function believeStarted(answer: unknown): Started {
  const told = fieldsOf(answer);
  const broken = listOf(told['broken']).map((one) => {
    const { path, raised } = fieldsOf(one);
    return { path: wordOf(path), raised: raisedOf(raised) };
  });
  const { missing } = told;
  return { ...noiseOf(told), broken, ...(missing !== undefined && { missing: wordOf(missing) }) };
}

/** What became of a request, as far as it can be believed. */
export function believeServed(answer: unknown): Served {
  const told = fieldsOf(answer);
  const { bytes, raised } = told;
  return {
    ...noiseOf(told),
    bytes: bytes instanceof Uint8Array ? bytes : new Uint8Array(0),
    pieces: listOf(told['pieces']).map(numberOf),
    hungUp: told['hungUp'] === true,
    ...(raised !== undefined && { raised: raisedOf(raised) }),
  };
}

function noiseOf(told: Record<string, unknown>): Noise {
  return { terminal: wordOf(told['terminal']), log: listOf(told['log']).map(lineOf) };
}

function lineOf(value: unknown): LogLine {
  const { logger, level, text, raised } = fieldsOf(value);
  return {
    logger: wordOf(logger),
    level: wordOf(level),
    text: wordOf(text),
    ...(raised !== undefined && { raised: raisedOf(raised) }),
  };
}

function raisedOf(value: unknown): Raised {
  const { name, message, places } = fieldsOf(value);
  return { name: wordOf(name), message: wordOf(message), places: listOf(places).map(placeOf) };
}

function placeOf(value: unknown): ProjectPlace {
  const { path, line, column } = fieldsOf(value);
  return { path: wordOf(path), line: numberOf(line), column: numberOf(column) };
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function wordOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function numberOf(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}

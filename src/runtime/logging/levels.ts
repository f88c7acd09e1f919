/**
 * How grave a record is.
 *
 * @module
 */

import { ValueError } from '../builtins.ts';
import { repr } from '../repr.ts';

/** The levels that a record can have. */
export type Level = 'debug' | 'info' | 'warning' | 'error' | 'critical';

/** Names of levels, as they are configured, with their numbers. */
const NUMBERS: Readonly<Record<string, number>> = {
  CRITICAL: 50,
  FATAL: 50,
  ERROR: 40,
  WARN: 30,
  WARNING: 30,
  INFO: 20,
  DEBUG: 10,
  NOTSET: 0,
};

/** The number of "no level of its own". @models logging:NOTSET */
export const NOTSET = 0;

const OF_LEVELS: Readonly<Record<Level, number>> = {
  debug: 10,
  info: 20,
  warning: 30,
  error: 40,
  critical: 50,
};

/** The number of a level. */
export function levelNumber(level: Level): number {
  return OF_LEVELS[level];
}

/** The name of a number. @models logging:getLevelName */
export function getLevelName(level: number): string {
  const [name] = Object.entries(NUMBERS).findLast(([, number]) => number === level) ?? [];
  if (level === 50) return 'CRITICAL';
  return name ?? `Level ${level}`;
}

/** The number that a configuration means by `'INFO'`, or by a number. @throws {ValueError} for a name that is none; a `TypeError` for what can be no level. @models logging:_checkLevel */
export function checkLevel(level: unknown): number {
  if (typeof level === 'number' && Number.isInteger(level)) return level;
  if (typeof level !== 'string') {
    throw new TypeError(`Level not an integer or a valid string: ${repr(level)}`);
  }
  const number = Object.hasOwn(NUMBERS, level) ? NUMBERS[level] : undefined;
  if (number === undefined) throw new ValueError(`Unknown level: ${repr(level)}`);
  return number;
}

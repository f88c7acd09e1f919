/**
 * What stands after a backslash.
 *
 * @module
 */

import type { Reader } from './reader.ts';

/** What an escape means: a class of characters, or a single one. */
export type Escape = { set: string } | { point: number };

const SPACE =
  '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const SETS = {
  unicode: { d: '\\p{Nd}', s: SPACE, w: '\\p{L}\\p{N}_' },
  ascii: { d: '0-9', s: ' \\t-\\r', w: 'a-zA-Z0-9_' },
} as const;

const SINGLE: Record<string, number> = { a: 7, f: 12, n: 10, r: 13, t: 9, v: 11 };
const HEX_DIGITS: Record<string, number> = { x: 2, u: 4, U: 8 };

/** The inside of a bracket for a class such as `\d`, for text or for ASCII alone. */
export function setOf(letter: string, ascii: boolean): string | null {
  const sets: Record<string, string> = ascii ? SETS.ascii : SETS.unicode;
  return sets[letter] ?? null;
}

/** A character as JavaScript's patterns spell it. */
export function spell(point: number): string {
  const character = String.fromCodePoint(point);
  if (/[\w ]/.test(character) || point > 0x7f) return character;
  return `\\x${point.toString(16).padStart(2, '0')}`;
}

/**
 * The single character of an escape whose backslash and first character were taken; `null` for
 * what is none. @throws {RegexError}
 */
export function characterOf(reader: Reader, letter: string, start: number): number | null {
  const digits = HEX_DIGITS[letter];
  if (digits !== undefined) return hexOf(reader, letter, digits, start);
  if (letter === '0') return octalOf(letter + reader.takeWhile(/[0-7]/, 2));
  if (Object.hasOwn(SINGLE, letter)) return SINGLE[letter] ?? null;
  if (/[a-zA-Z]/.test(letter)) throw reader.fault(`bad escape \\${letter}`, start);
  return /[0-9]/.test(letter) ? null : (letter.codePointAt(0) ?? 0);
}

/** The number of an octal escape. */
export function octalOf(digits: string): number {
  return Number.parseInt(digits, 8);
}

function hexOf(reader: Reader, letter: string, length: number, start: number): number {
  const digits = reader.takeWhile(/[0-9a-fA-F]/, length);
  if (digits.length < length) throw reader.fault(`incomplete escape \\${letter}${digits}`, start);
  const point = Number.parseInt(digits, 16);
  if (point > 0x10ffff) throw reader.fault(`bad escape \\${letter}${digits}`, start);
  return point;
}

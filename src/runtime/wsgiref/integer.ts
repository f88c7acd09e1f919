/**
 * Numbers in native strings, read as Python's `int()` reads them. A native string is latin-1,
 * so the digits are those of ASCII.
 *
 * @module
 */

import { ValueError } from '../builtins.ts';
import { repr } from '../repr.ts';

const SPACES = '\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0';
const DIGITS = /^\d+$/;
const INTEGER = /^[+-]?\d+(?:_\d+)*$/;

function isWord(character: string | undefined): boolean {
  return character !== undefined && !SPACES.includes(character);
}

/** What `text.split()[0]` is in Python: the first word, or `null` where there is none. */
export function firstWord(text: string): string | null {
  let start = 0;
  while (start < text.length && !isWord(text[start])) start += 1;
  let end = start;
  while (isWord(text[end])) end += 1;
  return start === end ? null : text.slice(start, end);
}

function strip(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && !isWord(text[start])) start += 1;
  while (end > start && !isWord(text[end - 1])) end -= 1;
  return text.slice(start, end);
}

/** What `integer` gives, or `null` where it throws. */
export function integerOrNull(text: string): number | null {
  if (text === '') return null;
  if (DIGITS.test(text)) return Number(text);
  const bare = strip(text);
  return INTEGER.test(bare) ? Number(bare.replaceAll('_', '')) : null;
}

/**
 * The number that a text holds: spaces around it, a sign and single underscores between digits
 * are allowed. @throws {ValueError} for anything else, in Python's words. @models builtins:int
 */
export function integer(text: string): number {
  const number = integerOrNull(text);
  if (number !== null) return number;
  throw new ValueError(`invalid literal for int() with base 10: ${repr(text)}`);
}

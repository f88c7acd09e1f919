/**
 * What stands in brackets.
 *
 * @module
 */

import { characterOf, octalOf, setOf, spell } from './escapes.ts';
import type { Reader } from './reader.ts';

interface Member {
  /** As the pattern has it. */
  text: string;
  /** As JavaScript's brackets have it. */
  source: string;
  /** `null` for a class, which cannot begin or end a range. */
  point: number | null;
}

/** A set of characters as JavaScript spells it; the opening bracket was taken. @throws {RegexError} */
export function readSet(reader: Reader, ascii: boolean): string {
  const start = reader.at - 1;
  const not = reader.accept('^') ? '^' : '';
  let source = '';
  for (let first = true; first || reader.next !== ']'; first = false) {
    source += readRange(reader, start, ascii);
  }
  reader.accept(']');
  return `[${not}${source}]`;
}

function readRange(reader: Reader, start: number, ascii: boolean): string {
  const from = readMember(reader, start, ascii);
  if (!reader.accept('-')) return from.source;
  if (reader.next === ']') return `${from.source}\\-`;
  const to = readMember(reader, start, ascii);
  if (from.point === null || to.point === null || to.point < from.point) {
    const text = `${from.text}-${to.text}`;
    throw reader.fault(`bad character range ${text}`, reader.at - Array.from(text).length);
  }
  return `${from.source}-${to.source}`;
}

function readMember(reader: Reader, set: number, ascii: boolean): Member {
  const start = reader.at;
  const character = reader.take();
  if (character === '') throw reader.fault('unterminated character set', set);
  if (character !== '\\') {
    const point = character.codePointAt(0) ?? 0;
    return { text: character, source: spell(point), point };
  }
  const letter = reader.take();
  if (letter === '') throw reader.fault('bad escape (end of pattern)', start);
  const source = classOf(letter, ascii);
  if (source !== null) return { text: `\\${letter}`, source, point: null };
  const point = pointOf(reader, letter, start);
  const text = `\\${letter}`.padEnd(reader.at - start, '?');
  return { text, source: spell(point), point };
}

function classOf(letter: string, ascii: boolean): string | null {
  const own = setOf(letter, ascii);
  if (own !== null) return own;
  if (letter === 'D') return ascii ? '\\D' : '\\P{Nd}';
  const positive = 'SW'.includes(letter) ? setOf(letter.toLowerCase(), ascii) : null;
  if (positive === null) return null;
  return letter === 'S' ? complementOfSpace(ascii) : complementOfWord(ascii);
}

/** JavaScript has no brackets in brackets, so the rest of Unicode is spelt out. */
function complementOfSpace(ascii: boolean): string {
  return ascii
    ? '\\x00-\\x08\\x0e-\\x1f\\x21-\\u{10ffff}'
    : '\\x00-\\x08\\x0e-\\x1b\\x21-\\x84\\x86-\\x9f\\xa1-\\u167f\\u1681-\\u1fff\\u200b-\\u2027\\u202a-\\u202e\\u2030-\\u205e\\u2060-\\u2fff\\u3001-\\u{10ffff}';
}

function complementOfWord(ascii: boolean): string {
  return ascii
    ? '\\x00-\\x2f\\x3a-\\x40\\x5b-\\x5e\\x60\\x7b-\\u{10ffff}'
    : '\\p{C}\\p{M}\\p{S}\\p{Z}\\p{Pd}\\p{Ps}\\p{Pe}\\p{Pi}\\p{Pf}\\p{Po}\\u203f\\u2040\\u2054\\ufe33\\ufe34\\ufe4d-\\ufe4f\\uff3f';
}

function pointOf(reader: Reader, letter: string, start: number): number {
  if (letter === 'b') return 8;
  if (/[0-7]/.test(letter)) {
    const digits = letter + reader.takeWhile(/[0-7]/, 2);
    if (octalOf(digits) <= 0o377) return octalOf(digits);
    throw reader.fault(`octal escape value \\${digits} outside of range 0-0o377`, start);
  }
  const point = characterOf(reader, letter, start);
  if (point === null) throw reader.fault(`bad escape \\${letter}`, start);
  return point;
}

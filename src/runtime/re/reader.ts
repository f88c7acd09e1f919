/**
 * A pattern read character by character.
 *
 * @module
 */

import { Exception } from '../builtins.ts';
import { repr } from '../repr.ts';

/** A pattern that is not a regular expression; the message says where the fault is. @models re:error */
export class RegexError extends Exception {
  override name = 'error';

  /** `position` is counted in characters from 0. */
  constructor(message: string, pattern = '', position: number | null = null) {
    super(
      position === null
        ? message
        : `${message} at position ${position}${lineOf(pattern, position)}`,
    );
  }
}

function lineOf(pattern: string, position: number): string {
  if (!pattern.includes('\n')) return '';
  const lines = Array.from(pattern).slice(0, position).join('').split('\n');
  return ` (line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1})`;
}

/** Gives a pattern's characters one by one. */
export class Reader {
  readonly pattern: string;
  readonly #characters: string[];
  /** The place of the next character. */
  at = 0;

  constructor(pattern: string) {
    this.pattern = pattern;
    this.#characters = Array.from(pattern);
  }

  /** The next character, `''` at the end. */
  get next(): string {
    return this.#characters[this.at] ?? '';
  }

  /** Whether nothing is left. */
  get ended(): boolean {
    return this.at >= this.#characters.length;
  }

  /** Takes the next character, `''` at the end. */
  take(): string {
    const character = this.next;
    if (character !== '') this.at += 1;
    return character;
  }

  /** Takes the next character if it is this one. */
  accept(character: string): boolean {
    if (this.next !== character) return false;
    this.at += 1;
    return true;
  }

  /** Takes characters as long as they are among these, at most so many. */
  takeWhile(among: RegExp, most = Number.POSITIVE_INFINITY): string {
    let taken = '';
    while (taken.length < most && this.next !== '' && among.test(this.next)) taken += this.take();
    return taken;
  }

  /** Takes a name and the character that ends it. @throws {RegexError} */
  takeName(end: string): string {
    const start = this.at;
    let name = '';
    while (this.next !== end) {
      if (this.ended) {
        throw this.fault(
          name === '' ? 'missing group name' : `missing ${end}, unterminated name`,
          start,
        );
      }
      name += this.take();
    }
    this.at += 1;
    if (name === '') throw this.fault('missing group name', start);
    if (!/^[\p{XID_Start}_]\p{XID_Continue}*$/u.test(name)) {
      throw this.fault(`bad character in group name ${repr(name)}`, start);
    }
    return name;
  }

  /** The error for a fault at a place. */
  fault(message: string, position: number): RegexError {
    return new RegexError(message, this.pattern, position);
  }
}

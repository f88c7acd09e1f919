/**
 * The groups of a pattern, as they are met.
 *
 * @module
 */

import { repr } from '../repr.ts';
import type { Reader } from './reader.ts';

/** How many characters something matches, at least and at most. */
export interface Width {
  least: number;
  most: number;
}

/** Knows which groups there are, and which of them are still open. */
export class Groups {
  readonly #names = new Map<string, number>();
  readonly #widths: (Width | null)[] = [];

  /** Opens a group and gives its number, from 1. @throws {RegexError} for a name that was given before. */
  open(reader: Reader, name: string | null): number {
    this.#widths.push(null);
    const number = this.#widths.length;
    if (name === null) return number;
    const before = this.#names.get(name);
    if (before !== undefined) {
      throw reader.fault(
        `redefinition of group name ${repr(name)} as group ${number}; was group ${before}`,
        reader.at - Array.from(name).length - 1,
      );
    }
    this.#names.set(name, number);
    return number;
  }

  /** Closes a group, of which it is now known how much it matches. */
  close(number: number, width: Width): void {
    this.#widths[number - 1] = width;
  }

  /** How much a group matches that is referred to by its number. @throws {RegexError} where there is none or it is open. */
  width(reader: Reader, number: number, position: number): Width {
    if (number < 1 || number > this.#widths.length) {
      throw reader.fault(`invalid group reference ${number}`, position + 1);
    }
    const width = this.#widths[number - 1] ?? null;
    if (width === null) throw reader.fault('cannot refer to an open group', position);
    return width;
  }

  /** The same by its name. @throws {RegexError} */
  widthOf(reader: Reader, name: string): Width {
    const position = reader.at - Array.from(name).length - 1;
    const number = this.#names.get(name);
    if (number === undefined) throw reader.fault(`unknown group name ${repr(name)}`, position);
    const width = this.#widths[number - 1] ?? null;
    if (width === null) throw reader.fault('cannot refer to an open group', position);
    return width;
  }
}

/**
 * Offsets into lines and columns.
 *
 * @module
 */

import type { Place } from '../model.ts';

/** Looks up places in one text; lines end at LF, so a CR belongs to the line before it. */
export class PlaceFinder {
  readonly #starts: number[] = [0];

  constructor(text: string) {
    for (let index = text.indexOf('\n'); index !== -1; index = text.indexOf('\n', index + 1)) {
      this.#starts.push(index + 1);
    }
  }

  /** The place of an offset. */
  at(offset: number): Place {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1, offset };
  }

  /** The place of a line and column, both from 1. */
  of(line: number, column: number): Place {
    return { line, column, offset: (this.#starts[line - 1] ?? 0) + column - 1 };
  }
}

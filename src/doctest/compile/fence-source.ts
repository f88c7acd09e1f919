/**
 * From offsets in a snippet's code to places in its chapter.
 *
 * @module
 */

import type { Fence, Place } from '../model.ts';
import type { MappedText } from './mapped-text.ts';

/** Where a snippet's characters stand in the chapter, line by line. */
export class FenceSource {
  readonly #fence: Fence;
  /** The offset in the code at which each line begins. */
  readonly #starts: number[] = [0];

  constructor(fence: Fence) {
    this.#fence = fence;
    for (let at = fence.code.indexOf('\n'); at !== -1; at = fence.code.indexOf('\n', at + 1)) {
      this.#starts.push(at + 1);
    }
  }

  /** The place in the chapter of an offset in the code. */
  place(offset: number): Place {
    const index = this.#lineOf(offset);
    const start = this.#fence.lineStarts[index] ?? this.#fence.place;
    const into = offset - (this.#starts[index] ?? 0);
    return { line: start.line, column: start.column + into, offset: start.offset + into };
  }

  /** The offset in the chapter of an offset in the code. */
  offset(offset: number): number {
    return this.place(offset).offset;
  }

  /** Copies a stretch of the code, without the indentation that the chapter gives it. */
  copyTo(text: MappedText, from: number, to: number): void {
    for (let start = from; start < to;) {
      const index = this.#lineOf(start);
      const next = this.#starts[index + 1];
      const end = Math.min(to, next === undefined ? to : next - 1);
      const origin = this.offset(start);
      text.copy(origin, origin + end - start);
      if (end < to) text.write('\n');
      start = end + 1;
    }
  }

  #lineOf(offset: number): number {
    const index = this.#starts.findLastIndex((start) => start <= offset);
    return Math.max(0, index);
  }
}

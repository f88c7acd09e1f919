/**
 * The next and the last sign of a text beside a place, over white space and comments.
 *
 * @module
 */

import type { Comment } from './syntax.ts';

/** A sign or a word of a text. */
export interface Token {
  text: string;
  start: number;
  end: number;
  /** Whether a line break stands between it and the place from which it was looked for. */
  onNewLine: boolean;
}

/** Looks for tokens in one text. */
export class Tokens {
  readonly #code: string;
  readonly #begins = new Map<number, number>();
  readonly #ends = new Map<number, number>();

  constructor(code: string, comments: Comment[]) {
    this.#code = code;
    for (const { start, end } of comments) {
      this.#begins.set(start, end);
      this.#ends.set(end, start);
    }
  }

  /** The first token at or behind an offset; its text is `''` at the end. */
  next(from: number): Token {
    let start = from;
    for (;;) {
      const comment = this.#begins.get(start);
      if (comment !== undefined) start = comment;
      else if (/\s/.test(this.#code[start] ?? '')) start += 1;
      else break;
    }
    const [text = ''] = /^(?:[\p{ID_Start}$_][\p{ID_Continue}$]*|\+\+|--|[^])?/u.exec(
      this.#code.slice(start, start + 64),
    ) ?? [''];
    return {
      text,
      start,
      end: start + text.length,
      onNewLine: /[\n\u2028\u2029]/.test(this.#code.slice(from, start)),
    };
  }

  /** The offset behind the last character before an offset that is no white space and no comment. */
  endBefore(from: number): number {
    let end = from;
    for (;;) {
      const comment = this.#ends.get(end);
      if (comment !== undefined) end = comment;
      else if (end > 0 && /\s/.test(this.#code[end - 1] ?? '')) end -= 1;
      else return end;
    }
  }
}

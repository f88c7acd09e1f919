/**
 * Text made from pieces of a chapter and glue between them, in which every offset still knows the
 * offset it came from.
 *
 * @module
 */

/** A run of characters copied from the chapter. */
export interface Piece {
  /** Where it stands in the made text. */
  at: number;
  /** Where it came from in the chapter. */
  from: number;
  length: number;
}

/** Writes a text and remembers where each piece of it came from. */
export class MappedText {
  text = '';
  readonly pieces: Piece[] = [];
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  /** Adds glue that stands nowhere in the chapter. */
  write(glue: string): this {
    this.text += glue;
    return this;
  }

  /** Adds a stretch of the chapter. */
  copy(from: number, to: number): this {
    if (to > from) this.pieces.push({ at: this.text.length, from, length: to - from });
    this.text += this.#source.slice(from, to);
    return this;
  }
}

/**
 * The chapter's offset of an offset in the made text. Glue counts as the start of the piece
 * behind it, so that an error in a check is an error of the expression checked.
 */
export function originOf(pieces: readonly Piece[], at: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const piece = pieces[middle];
    if (piece && piece.at + piece.length <= at) low = middle + 1;
    else high = middle;
  }
  const piece = pieces[low];
  if (piece) return piece.from + Math.max(0, at - piece.at);
  const last = pieces.at(-1);
  return last ? last.from + last.length : 0;
}

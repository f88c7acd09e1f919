/**
 * What a reader of the ledger asks to see.
 *
 * @module
 */

/** A reader's wish; an empty part asks for anything. */
export interface Wish {
  /** A key of the ledger's sources. */
  source: string;
  /** The year of a source, as text. */
  year: string;
  /** The label of a verdict. */
  verdict: string;
  /** Words, each of which has to occur. */
  words: string;
}

/** A row as far as a wish looks at it; `text` is all that it shows. */
export interface Shown {
  source: string;
  year: string;
  verdict: string;
  text: string;
}

/** The parts of a wish, as they stand in an address. */
export const PARTS_OF_WISH = ['source', 'year', 'verdict', 'words'] as const;

/** Whether a row is what a reader asks for; upper and lower case are alike. */
export function fits(row: Shown, wish: Wish): boolean {
  const text = row.text.toLowerCase();
  return (
    (wish.source === '' || wish.source === row.source) &&
    (wish.year === '' || wish.year === row.year) &&
    (wish.verdict === '' || wish.verdict === row.verdict) &&
    wish.words
      .toLowerCase()
      .split(/\s+/)
      .every((word) => text.includes(word))
  );
}

/** Reads a wish from the part of an address behind the question mark. */
export function readWish(query: string): Wish {
  const given = new URLSearchParams(query);
  return {
    source: given.get('source') ?? '',
    year: given.get('year') ?? '',
    verdict: given.get('verdict') ?? '',
    words: given.get('words') ?? '',
  };
}

/** Writes a wish as the part of an address behind the question mark, with it; empty for no wish. */
export function writeWish(wish: Wish): string {
  const asked = PARTS_OF_WISH.filter((part) => wish[part] !== '').map((part) => [part, wish[part]]);
  return asked.length === 0 ? '' : `?${new URLSearchParams(asked).toString()}`;
}

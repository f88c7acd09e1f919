/**
 * The terms of the book, each defined once.
 *
 * @module
 */

import file from '../../content/glossary.json' with { type: 'json' };

/** A term and what it means. */
export interface Term {
  /** Its anchor on the page of the glossary. */
  id: string;
  /** As it is written in the middle of a sentence. */
  term: string;
  /** Other forms, such as the plural. */
  also?: string[];
  /** `code` may be marked. */
  definition: string;
}

/** Every term, in alphabetical order. */
export const glossary: readonly Term[] = (file.terms as Term[]).toSorted((a, b) =>
  a.term.localeCompare(b.term, 'en', { sensitivity: 'base' }),
);

/** The term of an anchor. @throws an `Error` where there is none. */
export function termOf(id: string): Term {
  const found = glossary.find((term) => term.id === id);
  if (found) return found;
  throw new Error(`The glossary has no term "${id}".`);
}

/** A definition in pieces: prose, and the `code` in it. */
export function piecesOf(definition: string): { text: string; code: boolean }[] {
  return definition
    .split('`')
    .map((text, index) => ({ text, code: index % 2 === 1 }))
    .filter(({ text }) => text !== '');
}

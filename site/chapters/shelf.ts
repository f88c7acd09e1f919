/**
 * The book as it stands on the shelf: its chapters in reading order, with their numbers.
 *
 * @module
 */

import { getCollection, type CollectionEntry } from 'astro:content';
import { PARTS, type Part } from './frontmatter.ts';

/** A chapter in its place. */
export interface Chapter {
  entry: CollectionEntry<'chapters'>;
  part: Part;
  /** As it is printed: `3`, or `A` in the appendix. */
  number: string;
  /** From the root of the book, with a slash at both ends. */
  path: string;
}

/** A part with its chapters; `numeral` is Roman, and empty for the appendix. */
export interface PartOfBook {
  name: Part;
  numeral: string;
  chapters: Chapter[];
}

const NUMERALS = ['I', 'II', 'III', ''];

/** The parts that have chapters, in reading order. */
export async function readParts(): Promise<PartOfBook[]> {
  const entries = await getCollection('chapters');
  let count = 0;
  const parts = PARTS.map((name, index) => {
    const own = entries.filter((entry) => entry.data.part === name);
    const sorted = own.toSorted((a, b) => a.data.order - b.data.order || a.id.localeCompare(b.id));
    const chapters = sorted.map((entry, at) => {
      const number = name === 'Appendix' ? String.fromCharCode(65 + at) : String((count += 1));
      return { entry, part: name, number, path: `/${entry.id}/` };
    });
    return { name, numeral: NUMERALS[index] ?? '', chapters };
  });
  return parts.filter((part) => part.chapters.length > 0);
}

/** How a part is headed: `Part II · Other Articles`, or `Appendix`. */
export function partHeading(part: { name: Part; numeral: string }): string {
  return part.numeral === '' ? part.name : `Part ${part.numeral} · ${part.name}`;
}

/** Every chapter in reading order. */
export async function readChapters(): Promise<Chapter[]> {
  return (await readParts()).flatMap((part) => part.chapters);
}

/**
 * The exercises of the book, each in its chapter.
 *
 * @module
 */

import { getCollection, type CollectionEntry } from 'astro:content';
import { placesOfExercises } from '../book.ts';
import { readChapters, type Chapter } from '../chapters/shelf.ts';

/** An exercise where it stands. */
export interface PlacedExercise {
  entry: CollectionEntry<'exercises'>;
  chapter: Chapter;
  /** From the root of the book, to its anchor in the chapter. */
  path: string;
}

/** The anchor of an exercise in its chapter. */
export function exerciseAnchor(id: string): string {
  return `exercise-${id}`;
}

/** The exercises, in the order in which the book has them. */
export async function readExercises(): Promise<PlacedExercise[]> {
  const chapters = await readChapters();
  const entries = await getCollection('exercises');
  return placesOfExercises().flatMap(({ id, chapter: carrier }) => {
    const entry = entries.find((candidate) => candidate.id === id);
    const chapter = chapters.find((candidate) => candidate.entry.id === carrier);
    if (!entry || !chapter) return [];
    return [{ entry, chapter, path: `${chapter.path}#${exerciseAnchor(id)}` }];
  });
}

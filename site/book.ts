/**
 * What the engine found when it ran the book. The only module that asks the engine.
 *
 * @module
 */

import { book } from 'virtual:doctest/book';
import type { ExerciseView, SnippetView } from '../src/doctest/model.ts';

/** How many snippets of a chapter ran, and how many expectations were held. */
export interface Tally {
  snippets: number;
  checks: number;
}

/** Where a claim stands: the chapter's entry id, the anchor in it, and the snippets that decide it. */
export interface Carrier {
  chapter: string;
  anchor: string;
  holds: string[];
  fails: string[];
}

/** The tally of a chapter by its entry id, or `undefined` where nothing of it was run. */
export function tallyOf(chapter: string): Tally | undefined {
  for (const [path, tally] of Object.entries(book.chapters)) {
    if (entryId(path) === chapter) return tally;
  }
  return undefined;
}

/** What a snippet shows, by what the engine has put into its page: the view itself, or a key. */
export function viewOf(given: string): SnippetView {
  if (given.startsWith('{')) return JSON.parse(given) as SnippetView;
  const view = book.views[given];
  if (!view) throw new Error(`The engine has no results of the snippet ${given}.`);
  return view;
}

/** Where a claim is carried, or `undefined` while no chapter carries it. */
export function carrierOf(claim: string): Carrier | undefined {
  const found = book.claims[claim];
  return found && { ...found, chapter: entryId(found.chapter) };
}

/** Every exercise, as a page works with it. */
export function allExercises(): ExerciseView[] {
  return Object.values(book.exercises).map(({ view }) => view);
}

/** The exercises in the order in which chapters have them, with the entry id of the chapter. */
export function placesOfExercises(): { id: string; chapter: string }[] {
  return Object.entries(book.exercises).map(([id, { chapter }]) => ({
    id,
    chapter: entryId(chapter),
  }));
}

function entryId(path: string): string {
  return path.replace(/^\.?\/?content\//, '').replace(/\.mdx$/, '');
}

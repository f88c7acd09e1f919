/**
 * How results come to pages. Pages are made in the process that builds or serves the site, so that
 * they are given the results themselves, and Vite need not take their text apart.
 *
 * @module
 */

import type { SnippetView } from '../model.ts';
import type { BookResults } from './book-results.ts';
import { viewKey } from './page-content.ts';

/** The module from which pages import the results. */
export const RESULTS_MODULE = 'virtual:doctest/book';

const RESULTS = Symbol.for('doctest:results');

/** The text of that module. */
export const RESULTS_TEXT = `export const book = globalThis[Symbol.for(${JSON.stringify(RESULTS.description)})];`;

/** Hands results to the pages that are made from now on. */
export function handOver(results: BookResults): void {
  Reflect.set(globalThis, RESULTS, results);
}

/** Adds the views of a file to what was handed over. */
export function handOverViews(file: string, views: Map<number, SnippetView>): void {
  const results = handedOver();
  for (const [ordinal, view] of views) results.views[viewKey(file, ordinal)] = view;
  handOver(results);
}

/** What was handed over last; without anything in it before that. */
export function handedOver(): BookResults {
  const results = Reflect.get(globalThis, RESULTS) as BookResults | undefined;
  return results ?? { claims: {}, chapters: {}, exercises: {}, views: {} };
}

/**
 * The book's results, for pages to show.
 *
 * @module
 */

import type { BookOptions } from '../book.ts';
import type { ChapterReport, SnippetView } from '../model.ts';
import { snippetViews } from '../report/snippet-views.ts';

/** The module from which pages import the results. */
export const RESULTS_MODULE = 'virtual:doctest/book';

/** The book's results as pages import them. */
export interface BookResults {
  /** Where each claim stands, and the snippets there that bear it out and that contradict it. */
  claims: Record<string, { chapter: string; anchor: string; holds: string[]; fails: string[] }>;
  chapters: Record<string, { snippets: number; checks: number }>;
  /** In a build: the views of snippets, by the keys that pages have in place of them. */
  views: Record<string, SnippetView>;
}

/** What a page has in place of a snippet's view while it is built. */
export function viewKey(file: string, ordinal: number): string {
  return `${file}#${ordinal}`;
}

/** The results without views. */
export function collectResults(reports: ChapterReport[]): BookResults {
  const book: BookResults = { claims: {}, chapters: {}, views: {} };
  for (const { chapter, snippets } of reports) {
    const ran = snippets.filter(({ status }) => status === 'passed' || status === 'failed');
    book.chapters[chapter.file] = {
      snippets: ran.length,
      checks: ran.reduce((sum, { checks }) => sum + checks, 0),
    };
    for (const { id, holds, fails } of chapter.claims)
      book.claims[id] = { chapter: chapter.file, anchor: `claim-${id}`, holds, fails };
  }
  return book;
}

/** The results with the views of all snippets. */
export function collectViews(reports: ChapterReport[], options: BookOptions): BookResults {
  const book = collectResults(reports);
  for (const report of reports)
    for (const [ordinal, view] of snippetViews(report, options))
      book.views[viewKey(report.chapter.file, ordinal)] = view;
  return book;
}

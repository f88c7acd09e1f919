/**
 * The book's results, for pages to show.
 *
 * @module
 */

import type { BookOptions } from '../book.ts';
import type { ExerciseView, SnippetView } from '../model.ts';
import { exerciseView, partViews } from '../report/exercise-views.ts';
import { snippetViews } from '../report/snippet-views.ts';
import type { JudgedChapter } from '../run/judge-chapter.ts';
import type { JudgedExercise } from '../run/judge-exercise.ts';
import { viewKey } from './page-content.ts';

/** The book's results as pages import them. */
export interface BookResults {
  /** Where each claim stands, and the snippets there that bear it out and that contradict it. */
  claims: Record<string, { chapter: string; anchor: string; holds: string[]; fails: string[] }>;
  chapters: Record<string, { snippets: number; checks: number }>;
  /** By id: the chapter in which an exercise stands, and all that judges an answer to it. */
  exercises: Record<string, { chapter: string; view: ExerciseView }>;
  /** The views of snippets, by the keys that pages have in place of them. */
  views: Record<string, SnippetView>;
}

/** Reports on all files of a book. */
export interface BookReports {
  chapters: JudgedChapter[];
  exercises: JudgedExercise[];
}

/** The results without views. */
export function collectResults({ chapters, exercises }: BookReports): BookResults {
  const book: BookResults = { claims: {}, chapters: {}, exercises: {}, views: {} };
  for (const { chapter, snippets } of chapters) {
    const ran = snippets.filter(({ status }) => status === 'passed' || status === 'failed');
    book.chapters[chapter.file] = {
      snippets: ran.length,
      checks: ran.reduce((sum, { checks }) => sum + checks, 0),
    };
    for (const { id, holds, fails } of chapter.claims)
      book.claims[id] = { chapter: chapter.file, anchor: `claim-${id}`, holds, fails };
    for (const { id } of chapter.exercises) {
      const exercise = exercises.find((judged) => judged.exercise?.id === id)?.exercise;
      if (exercise) book.exercises[id] = { chapter: chapter.file, view: exerciseView(exercise) };
    }
  }
  return book;
}

/** The results with the views of all snippets. */
export function collectViews(reports: BookReports, options: BookOptions): BookResults {
  const book = collectResults(reports);
  const add = (file: string, views: Map<number, SnippetView>): void => {
    for (const [ordinal, view] of views) book.views[viewKey(file, ordinal)] = view;
  };
  for (const report of reports.chapters) add(report.chapter.file, snippetViews(report, options));
  for (const judged of reports.exercises) add(judged.file, partViews(judged, options));
  return book;
}

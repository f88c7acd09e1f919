/**
 * What pages are compiled with: the views of their snippets, by the keys by which they will find
 * them.
 *
 * @module
 */

import type { BookOptions } from '../book.ts';
import type { Engine } from '../engine.ts';
import { describe } from '../failure.ts';
import type { ClaimUse, Failure, SnippetView } from '../model.ts';
import { partViews } from '../report/exercise-views.ts';
import { snippetViews } from '../report/snippet-views.ts';
import { shownChapter, type JudgedChapter } from '../run/judge-chapter.ts';
import { shownExercise, type JudgedExercise } from '../run/judge-exercise.ts';

/** What the page of a file is compiled with. */
export interface PageContent {
  /** By the ordinals of fences; those without one have no place on the page. */
  views: Map<number, SnippetView>;
  /** How many fences the file has. */
  fences: number;
  claims: ClaimUse[];
}

/** Content of a chapter's page. @throws where the chapter cannot be read */
export function contentOfChapter(report: JudgedChapter, options: BookOptions): PageContent {
  const { fences, claims } = report.chapter;
  if (fences.length === 0) throwAll(report.failures);
  return { views: snippetViews(report, options), fences: fences.length, claims };
}

/** Content of an exercise's page. @throws where the exercise cannot be read */
export function contentOfExercise(judged: JudgedExercise, options: BookOptions): PageContent {
  if (!judged.exercise) throwAll(judged.failures);
  const fences = judged.exercise?.text.fences.length ?? 0;
  return { views: partViews(judged, options), fences, claims: [] };
}

/** Content of a file's page as it is written: nothing is run. @throws {ChapterError} */
export function contentAsWritten(file: string, engine: Engine): PageContent {
  return engine.exercises.has(file)
    ? contentOfExercise(shownExercise(engine.exercises.read(file)), engine.options)
    : contentOfChapter(shownChapter(engine.read(file)), engine.options);
}

/** What a page has in place of a snippet's view, which it finds among the results when it is made. */
export function viewKey(file: string, ordinal: number): string {
  return `${file}#${ordinal}`;
}

function throwAll(failures: Failure[]): void {
  if (failures.length > 0) throw new Error(failures.map(describe).join('\n'));
}

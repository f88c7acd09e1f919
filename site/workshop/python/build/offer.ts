/**
 * What a snippet of Python says of running in the page.
 *
 * @module
 */

import type { SnippetView } from '../../../../src/doctest/model.ts';
import { isOfTheBook, whyNotHere } from './page-fences.ts';
import { hasDjango } from './site-files.ts';

/** Whether it runs, in words for the button; or why not; neither for what is no Python of the book. */
export interface PythonOffer {
  runs?: string;
  why?: string;
}

/** The offer for a snippet. */
export function pythonOffer({
  language,
  status,
  judge = '',
  chapter,
  id,
}: SnippetView): PythonOffer {
  const isJudged = language === 'python' && status === 'passed' && judge !== '';
  if (!isJudged || !isOfTheBook(chapter)) return {};
  const isDjango = judge.startsWith('Django');
  if (isDjango && !hasDjango()) return {};
  const why = whyNotHere(chapter, id);
  if (why !== undefined) return { why };
  return {
    runs: isDjango
      ? 'Runs this on real Django, in this page'
      : 'Runs this on CPython, in this page',
  };
}

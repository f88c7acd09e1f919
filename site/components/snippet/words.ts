/**
 * What the page says of a snippet, in words.
 *
 * @module
 */

import type { SnippetView } from '../../../src/doctest/model.ts';

/** A sign and the words beside it; `tone` is a class of the stylesheet. */
export interface Standing {
  tone: 'verified' | 'ran' | 'failed' | 'idle';
  sign: string;
  words: string;
}

const LANGUAGES: Record<string, string> = {
  ts: 'TypeScript',
  js: 'JavaScript',
  python: 'Python',
  http: 'HTTP',
  html: 'HTML',
  json: 'JSON',
  console: 'Terminal',
  text: 'Text',
};

/** How a language is called in the title bar. */
export function languageName(language: string): string {
  return LANGUAGES[language] ?? language;
}

/** How a snippet ended, or `undefined` for one that was only ever meant to be read. */
export function standingOf(view: SnippetView): Standing | undefined {
  if (view.status === 'shown') return undefined;
  if (view.status === 'not-run') return { tone: 'idle', sign: '○', words: 'not run' };
  if (view.status === 'failed') {
    return { tone: 'failed', sign: '✗', words: `failed, ${judgeOf(view)}` };
  }
  if (view.checks === 0) return { tone: 'ran', sign: '○', words: `ran, ${judgeOf(view)}` };
  return { tone: 'verified', sign: '✓', words: `${count(view.checks, 'check')}, ${judgeOf(view)}` };
}

/** A number with its noun: `1 check`, `3 checks`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** How a snippet is named for someone who cannot see it. */
export function snippetName(view: SnippetView): string {
  const title = view.title === undefined ? view.id : `${view.title} (${view.id})`;
  return `${languageName(view.language)}: ${title}`;
}

function judgeOf(view: SnippetView): string {
  const judge = view.judge ?? languageName(view.language);
  return view.entered.length > 0 ? `by ${judge} on the runtime` : `by ${judge}`;
}

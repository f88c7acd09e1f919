/**
 * One line of code as HTML, with the author's expectations drawn into it.
 *
 * @module
 */

import type { MarkView } from '../../src/doctest/model.ts';
import type { Run } from './highlight.ts';

const SIGN = /(?:\/\/|#)\s*(?:=>\s?|(?=throws\b))/g;

/**
 * The HTML of a line. The sign of an expectation (`// =>`) stays in the text, so that a copy
 * is plain ASCII, but the stylesheet draws an arrow in its place.
 */
export function drawLine(runs: Run[], marks: MarkView[]): string {
  const text = runs.map((run) => run.text).join('');
  const mark = marks[0];
  if (!mark) return runs.map(ink).join('');
  const from = signBefore(text, mark.start);
  const to = Math.max(mark.end, from);
  const before = cut(runs, 0, from).map(ink).join('');
  const after = cut(runs, to, text.length).map(ink).join('');
  return before + drawMark(text.slice(from, to), mark) + after;
}

/** Text as HTML. */
export function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function drawMark(text: string, mark: MarkView): string {
  const sign = new RegExp(`^${SIGN.source}`).exec(text)?.[0] ?? '';
  const kind = `mark ${mark.kind} ${mark.ok ? 'held' : 'broken'}`;
  const arrow = sign && `<span class="arrow"><span class="ascii">${escape(sign)}</span></span>`;
  return `<span class="${kind}">${arrow}${escape(text.slice(sign.length))}</span>`;
}

function signBefore(text: string, start: number): number {
  let found = start;
  for (const match of text.matchAll(SIGN)) {
    if (match.index <= start) found = match.index;
  }
  return found;
}

function cut(runs: Run[], from: number, to: number): Run[] {
  let at = 0;
  return runs.flatMap((run) => {
    const start = at;
    at += run.text.length;
    const text = run.text.slice(Math.max(0, from - start), Math.max(0, to - start));
    return text === '' ? [] : [{ ...run, text }];
  });
}

function ink({ text, className }: Run): string {
  return className === '' ? escape(text) : `<span class="${className}">${escape(text)}</span>`;
}

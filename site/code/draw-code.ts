/**
 * A whole snippet as lines of HTML, each with an anchor and a number that links to it.
 *
 * @module
 */

import type { SnippetView } from '../../src/doctest/model.ts';
import { drawLine, escape } from './draw-line.ts';
import { highlight } from './highlight.ts';

/** What is needed of a snippet to draw its code. */
export type DrawnSnippet = Pick<SnippetView, 'code' | 'language' | 'id' | 'marks' | 'changes'>;

/**
 * The inside of a `<code>` element. Line N of snippet `id` has the anchor `id-LN`; only the
 * first number is a tab stop, and a script lets the arrow keys move on from there. Lines that
 * an earlier snippet had and this one lost stand where they stood, without a number.
 */
export async function drawCode(snippet: DrawnSnippet): Promise<string> {
  const { code, language, id, marks, changes = [] } = snippet;
  const lines = await highlight(code, language);
  const added = new Set(changes.filter(({ kind }) => kind === 'added').map(({ line }) => line));
  const removedBefore = (number: number): string =>
    changes
      .filter(({ kind, line }) => kind === 'removed' && line === number)
      .map(({ text }) => `<del class="line removed">${escape(text)}\n</del>`)
      .join('');
  const drawn = lines.map((runs, index) => {
    const number = index + 1;
    const own = marks.filter(({ line }) => line === number);
    const anchor = `${id}-L${number}`;
    const stop = number === 1 ? '' : ' tabindex="-1"';
    const link = `<a class="ln" href="#${anchor}" aria-label="Line ${number}"${stop}></a>`;
    const name = added.has(number) ? 'line added' : 'line';
    const text = `${link}${drawLine(runs, own)}\n`;
    return `${removedBefore(number)}<span class="${name}" id="${anchor}">${text}</span>`;
  });
  return drawn.join('') + removedBefore(lines.length + 1);
}

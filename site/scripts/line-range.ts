/**
 * Lines by address: `#id-L3` is one line, `#id-L3-L7` a range. A shift-click on a number
 * extends the mark, and a marked range offers to copy its link.
 *
 * @module
 */

import { button } from './copy.ts';

interface Range {
  id: string;
  from: number;
  to: number;
}

/** The range that a fragment names, with its ends in order; `undefined` for any other one. */
export function parseRange(hash: string): Range | undefined {
  const found = /^#(.+?)-L(\d+)(?:-L(\d+))?$/.exec(hash);
  if (!found) return undefined;
  const [, id = '', first = '', last = first] = found;
  const ends = [Number(first), Number(last)] as const;
  return { id: decodeURIComponent(id), from: Math.min(...ends), to: Math.max(...ends) };
}

/** The fragment that names a range. */
export function formatRange({ id, from, to }: Range): string {
  return from === to ? `#${id}-L${from}` : `#${id}-L${from}-L${to}`;
}

/** Marks the lines that the address names, now and whenever it changes. */
export function markLines(): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('.ln');
    if (!link) return;
    const start = parseRange(location.hash);
    const end = parseRange(link.hash);
    if (!event.shiftKey || !end || start?.id !== end.id) return;
    event.preventDefault();
    const range = parseRange(formatRange({ id: end.id, from: start.from, to: end.from }));
    if (!range) return;
    history.replaceState(null, '', formatRange(range));
    show(range);
  });
  addEventListener('hashchange', () => show(parseRange(location.hash)));
  const first = parseRange(location.hash);
  show(first);
  if (first && first.from !== first.to) lineOf(first.id, first.from)?.scrollIntoView();
}

function show(range: Range | undefined): void {
  for (const line of document.querySelectorAll('.line.marked')) line.classList.remove('marked');
  document.querySelector('.copy-link')?.remove();
  if (!range) return;
  const { id, from, to } = range;
  const fold = lineOf(id, from)?.closest('details');
  if (fold) fold.open = true;
  for (let number = from; number <= to; number += 1) {
    const line = lineOf(id, number);
    if (!line) break;
    line.classList.add('marked');
  }
  offerLink(range);
}

function offerLink({ id, from, to }: Range): void {
  const bar = document.getElementById(id)?.querySelector('.bar');
  if (!bar || !('clipboard' in navigator)) return;
  const lines = from === to ? `line ${from}` : `lines ${from} to ${to}`;
  const made = button(`Copy link to ${lines}`, () => location.href);
  made.classList.add('copy-link');
  bar.append(made);
}

function lineOf(id: string, number: number): HTMLElement | null {
  return document.getElementById(`${id}-L${number}`);
}

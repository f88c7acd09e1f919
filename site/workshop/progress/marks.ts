/**
 * A small mark at each chapter that was read, in a list of chapters.
 *
 * @module
 */

import { isMarked } from './progress.ts';
import { openProgress } from './open.ts';

/** Marks the links with `data-chapter` inside `list`, now and whenever something changes. */
export function showMarks(list: string): void {
  const links = [...document.querySelectorAll<HTMLElement>(`${list} a[data-chapter]`)];
  const store = openProgress();
  const show = (): void => {
    for (const link of links) {
      const read = isMarked(store.progress, 'read', link.dataset['chapter'] ?? '');
      const mark = link.parentElement?.querySelector('.read-mark');
      if (read && !mark) link.after(makeMark());
      else if (!read) mark?.remove();
    }
  };
  store.listen(show);
  show();
}

function makeMark(): HTMLElement {
  const mark = document.createElement('span');
  mark.className = 'read-mark';
  mark.setAttribute('role', 'img');
  mark.setAttribute('aria-label', 'read');
  mark.textContent = '✓';
  return mark;
}

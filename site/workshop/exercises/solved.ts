/**
 * Marks the exercises that a reader has solved.
 *
 * @module
 */

import { openProgress } from '../progress/open.ts';
import { isMarked } from '../progress/progress.ts';

/** Shows a mark at each exercise of the page that was solved, now and whenever something changes. */
export function markSolved(): void {
  const store = openProgress();
  const here = document.body.dataset['chapter'] ?? '';
  const show = (): void => {
    for (const place of document.querySelectorAll<HTMLElement>('[data-exercise]')) {
      const { exercise = '', chapter = here } = place.dataset;
      const mark = place.querySelector<HTMLElement>('.solved-mark');
      if (mark) mark.hidden = !isMarked(store.progress, 'solved', `${chapter}#${exercise}`);
    }
  };
  store.listen(show);
  show();
}

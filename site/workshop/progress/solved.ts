/**
 * A mark at each exercise that was solved, where it stands and in the list of all.
 *
 * @module
 */

import { openProgress } from './open.ts';
import { isMarked } from './progress.ts';

/** Marks what has `data-exercise`, now and whenever something changes. */
export function showSolved(): void {
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

/**
 * A mark at each exercise that was solved, where it stands and in the list of all.
 *
 * @module
 */

import { namesOf } from './progress.ts';
import { openProgress } from './open.ts';

/** Marks what has `data-exercise`, now and whenever something changes. */
export function showSolved(): void {
  const exercises = [...document.querySelectorAll<HTMLElement>('[data-exercise]')];
  if (exercises.length === 0) return;
  const store = openProgress();
  const show = (): void => {
    const solved = new Set(namesOf(store.progress, 'solved').map(exerciseOf));
    for (const exercise of exercises) {
      const mark = exercise.querySelector<HTMLElement>('.solved-mark');
      if (mark) mark.hidden = !solved.has(exercise.dataset['exercise'] ?? '');
    }
  };
  store.listen(show);
  show();
}

/** The exercise's own id, which no other of the book has. */
function exerciseOf(name: string): string {
  return name.slice(name.indexOf('#') + 1);
}

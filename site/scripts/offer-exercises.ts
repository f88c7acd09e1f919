/**
 * A button at each exercise that a reader can solve on the page. What it does is loaded when a
 * pointer or the focus comes to it.
 *
 * @module
 */

import type * as Bench from '../workshop/exercises/bench.ts';
import { announce } from './announce.ts';

type Exercises = typeof Bench;

/** Puts the buttons into the bars. */
export function offerExercises(): void {
  for (const section of document.querySelectorAll<HTMLElement>('.exercise')) {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'copy act';
    made.textContent = 'Solve';
    made.title = 'Opens an editor; the checks judge what you write';
    made.addEventListener('click', () => use((exercises) => exercises.openExercise(section)));
    for (const sign of ['pointerenter', 'focus'])
      made.addEventListener(sign, () => use((exercises) => exercises.warmExercise(section)), {
        once: true,
      });
    section.querySelector('.starter[data-answer] .bar')?.append(made);
  }
}

function use(act: (exercises: Exercises) => Promise<void>): void {
  import('../workshop/exercises/bench.ts')
    .then(act)
    .catch(() => announce('What judges an answer could not be loaded'));
}

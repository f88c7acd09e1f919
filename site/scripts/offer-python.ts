/**
 * Run on every snippet of Python that a page can run. All that it does is loaded when it is asked.
 *
 * @module
 */

import { announce } from './announce.ts';

/** Puts the buttons into the bars. */
export function offerPython(): void {
  const { chapter } = document.body.dataset;
  for (const snippet of document.querySelectorAll<HTMLElement>('.snippet[data-python]')) {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'copy act run';
    made.textContent = 'Run';
    made.title = snippet.dataset['python'] ?? '';
    made.addEventListener('click', () => {
      import('../workshop/python/run-fences.ts').then(
        ({ runFence }) => runFence(snippet, `/workshop/fences/${chapter}.json`),
        () => announce('What runs Python could not be loaded'),
      );
    });
    snippet.querySelector('.bar')?.append(made);
  }
}

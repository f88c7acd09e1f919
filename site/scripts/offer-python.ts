/**
 * Run on every snippet of Python that a page can run. All that it does is loaded when it is asked.
 *
 * @module
 */

import { announce } from './announce.ts';

/** Puts the buttons into the bars, and one under the picture of the journey. */
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
  offerJourney();
}

/** The request of the picture, on real Django and on the runtime. */
function offerJourney(): void {
  const journey = document.querySelector('.journey[data-django]');
  if (!journey) return;
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'copy act';
  made.textContent = 'Run it on real Django 2.2.28';
  made.addEventListener('click', async () => {
    try {
      const { openJourney } = await import('../workshop/beside/journey.ts');
      openJourney(made);
    } catch {
      announce('What runs Django could not be loaded');
    }
  });
  journey.querySelector('figcaption')?.append(' ', made);
}

/**
 * The part of progress that every page loads: it waits for something worth keeping, and loads
 * the rest then. Other parts of the workshop tell it by events of the document: `workshop:ran`
 * with `{ snippet }`, `workshop:attempted` and `workshop:solved` with `{ exercise }`; `chapter` is
 * that of the page unless it is said.
 *
 * @module
 */

const SIGNS = ['scroll', 'pointerover', 'focusin'];

/** Listens for the first sign of a reader, for a look at the list of chapters, and for deeds. */
export function followProgress(): void {
  for (const kind of ['ran', 'attempted', 'solved'] as const) {
    document.addEventListener(`workshop:${kind}`, (event) => {
      if (!(event instanceof CustomEvent)) return;
      void import('./deeds.ts').then(({ record }) => record(kind, event.detail));
    });
  }
  if (document.body.matches('.chapter')) {
    once(document, async () => (await import('./reading.ts')).followReading());
  }
  const list = document.querySelector('.head .chapters');
  if (list) once(list, async () => (await import('./marks.ts')).showMarks('.panel'));
  if (!document.documentElement.matches('.returning')) return;
  if (document.querySelector('.resume')) {
    void import('./welcome.ts').then(({ welcomeBack }) => welcomeBack());
  }
  if (document.querySelector('.exercise-list')) {
    void import('./solved.ts').then(({ showSolved }) => showSolved());
  }
}

function once(where: EventTarget, then: () => void): void {
  const seen = (): void => {
    for (const sign of SIGNS) where.removeEventListener(sign, seen);
    then();
  };
  for (const sign of SIGNS) where.addEventListener(sign, seen, { passive: true });
}

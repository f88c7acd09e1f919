/**
 * Opens the stepper in a chapter when a reader unfolds its panel; nothing is loaded before.
 *
 * @module
 */

const load = () => import('../workshop/stepper/open-stepper.ts');

/** Listens for the panels of the page: a pointer on one makes ready what its unfolding opens. */
export function offerFollow(): void {
  for (const panel of document.querySelectorAll<HTMLDetailsElement>('.follow')) {
    const open = (): void => {
      if (!panel.open) return;
      panel.removeEventListener('toggle', open);
      load()
        .then(({ openChapter }) => openChapter(panel))
        .catch(() => panel.addEventListener('toggle', open));
    };
    panel.addEventListener('toggle', open);
    const makeReady = (): void => {
      load()
        .then(({ prepare }) => prepare())
        .catch(() => undefined);
    };
    panel.querySelector('summary')?.addEventListener('pointerenter', makeReady, { once: true });
  }
}

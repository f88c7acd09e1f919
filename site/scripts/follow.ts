/**
 * Opens the stepper in a chapter when a reader unfolds its panel; nothing is loaded before.
 *
 * @module
 */

/** Listens for the panels of the page. One that could not be opened opens at the next time. */
export function offerFollow(): void {
  for (const panel of document.querySelectorAll<HTMLDetailsElement>('.follow')) {
    const open = (): void => {
      if (!panel.open) return;
      panel.removeEventListener('toggle', open);
      import('../workshop/stepper/open-stepper.ts')
        .then(({ openChapter }) => openChapter(panel))
        .catch(() => panel.addEventListener('toggle', open));
    };
    panel.addEventListener('toggle', open);
  }
}

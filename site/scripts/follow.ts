/**
 * Opens the stepper in a chapter when a reader unfolds its panel; nothing is loaded before.
 *
 * @module
 */

/** Listens for the panels of the page. */
export function offerFollow(): void {
  for (const panel of document.querySelectorAll<HTMLDetailsElement>('.follow')) {
    const open = async (): Promise<void> => {
      panel.removeEventListener('toggle', open);
      const { openChapter } = await import('../workshop/stepper/open-stepper.ts');
      await openChapter(panel);
    };
    panel.addEventListener('toggle', open);
  }
}

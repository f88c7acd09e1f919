/**
 * Types of names in snippets, on intent: nothing is loaded before a reader points at a snippet's
 * code or moves into it by keyboard.
 *
 * @module
 */

/** Listens for the first sign of interest. */
export function offerNames(): void {
  const { names } = document.body.dataset;
  if (!names) return;
  const load = async ({ target }: Event): Promise<void> => {
    const code = target instanceof Element && target.closest('[data-language="ts"] .scroll');
    if (!code) return;
    removeEventListener('pointerover', load);
    removeEventListener('focusin', load);
    const { showNames } = await import('./names.ts');
    await showNames(names);
  };
  addEventListener('pointerover', load);
  addEventListener('focusin', load);
}

/**
 * Good manners for the list of chapters: Escape closes it, and so does a click elsewhere.
 *
 * @module
 */

/** Listens on the whole page. */
export function closePanels(): void {
  const panel = document.querySelector<HTMLDetailsElement>('.chapters details');
  if (!panel) return;
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !panel.open) return;
    panel.open = false;
    panel.querySelector('summary')?.focus();
  });
  document.addEventListener('click', (event) => {
    if (event.target instanceof Node && !panel.contains(event.target)) panel.open = false;
  });
  panel.addEventListener('focusout', (event) => {
    if (event.relatedTarget instanceof Node && !panel.contains(event.relatedTarget)) {
      panel.open = false;
    }
  });
}

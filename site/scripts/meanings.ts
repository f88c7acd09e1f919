/**
 * Escape puts away the meaning of a term, until it is pointed at or reached anew.
 *
 * @module
 */

/** Listens for Escape. */
export function hushMeanings(): void {
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    for (const term of document.querySelectorAll('.term:hover, .term:focus')) hush(term);
  });
}

function hush(term: Element): void {
  const speak = (): void => term.classList.remove('quiet');
  term.classList.add('quiet');
  term.addEventListener('pointerleave', speak, { once: true });
  term.addEventListener('blur', speak, { once: true });
}

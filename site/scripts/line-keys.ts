/**
 * Line numbers are one tab stop a snippet; the arrow keys move from line to line.
 *
 * @module
 */

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** Listens for arrow keys on line numbers; with shift, Enter extends the mark. */
export function moveAmongLines(): void {
  document.addEventListener('keydown', (event) => {
    const link = event.target;
    const step = STEPS[event.key];
    if (!(link instanceof HTMLAnchorElement) || !link.matches('.ln') || step === undefined) return;
    const links = [...(link.closest('code')?.querySelectorAll<HTMLAnchorElement>('.ln') ?? [])];
    const next = links[links.indexOf(link) + step];
    if (!next) return;
    event.preventDefault();
    link.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  });
}

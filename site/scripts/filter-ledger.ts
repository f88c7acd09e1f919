/**
 * The ledger, less what a reader does not ask for. The wish stands in the address, so that it
 * can be passed on.
 *
 * @module
 */

import { fits, PARTS_OF_WISH, readWish, type Shown, type Wish, writeWish } from '../ledger/wish.ts';

interface Line {
  element: HTMLElement;
  shown: Shown;
}

/** Shows the fields and follows them. */
export function filterLedger(): void {
  const search = document.querySelector<HTMLElement>('.filter');
  const told = search?.querySelector('output');
  if (!search || !told) return;
  const fields = search.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[name]');
  const sections = document.querySelectorAll<HTMLElement>('.source');
  const lines = Array.from(sections, linesOf).flat();

  const wish = readWish(location.search);
  for (const field of fields) field.value = wish[field.name as keyof Wish];
  const apply = (): void => {
    for (const field of fields) wish[field.name as keyof Wish] = field.value;
    for (const { element, shown } of lines) element.hidden = !fits(shown, wish);
    for (const section of sections)
      section.hidden = !section.querySelector('tbody tr:not([hidden])');
    const count = lines.filter(({ element }) => !element.hidden).length;
    told.textContent = `${count} of ${lines.length} claims`;
  };
  search.addEventListener('input', () => {
    apply();
    history.replaceState(null, '', location.pathname + writeWish(wish) + location.hash);
  });
  addEventListener('hashchange', () => {
    const target = document.querySelector<HTMLElement>(':target');
    if (!target?.closest('[hidden]')) return;
    for (const field of fields) field.value = '';
    apply();
    target.scrollIntoView();
  });
  search.hidden = false;
  if (PARTS_OF_WISH.some((part) => wish[part] !== '')) apply();
}

function linesOf(section: HTMLElement): Line[] {
  const { source = '', year = '' } = section.dataset;
  return Array.from(section.querySelectorAll<HTMLElement>('tbody tr'), (element) => {
    const { verdict = '' } = element.dataset;
    return { element, shown: { source, year, verdict, text: element.textContent ?? '' } };
  });
}

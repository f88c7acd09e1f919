/**
 * Where in a chapter the reader is.
 *
 * @module
 */

import type { Place } from './progress.ts';
import { LONGEST_NAME } from './text.ts';

/** The last heading that has passed the upper third of the window; empty above the first. */
export function sectionAbove(): Pick<Place, 'anchor' | 'section'> {
  const headings = [...document.querySelectorAll<HTMLElement>('.text :is(h2, h3)[id]')];
  const passed = headings.findLast(
    (heading) => heading.getBoundingClientRect().top < innerHeight / 3,
  );
  const section = (passed?.textContent ?? '').replace(/§\s*$/, '').replaceAll(/\s+/g, ' ').trim();
  if (!passed || passed.id.length > LONGEST_NAME) return { anchor: '', section: '' };
  return { anchor: passed.id, section: section.slice(0, LONGEST_NAME) };
}

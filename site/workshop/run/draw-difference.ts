/**
 * Draws what did not hold, and what was printed, as the pages of the book show both.
 *
 * @module
 */

import { element } from './elements.ts';

/** What did not hold: one sentence, and what was expected and received where that is known. */
export interface Difference {
  message: string;
  /** Where it happened, as `line 3`. */
  place: string;
  expected?: string | undefined;
  received?: string | undefined;
}

/** So many lines have a box of their own to scroll in. */
const LONG = 20;

/** A difference with its place. */
export function drawDifference({ message, place, expected, received }: Difference): HTMLElement {
  const where = element('span', 'place', place);
  const sentence = element('p', 'difference-message', `${message} `, where);
  const drawn = element('div', 'difference', sentence);
  if (expected === undefined && received === undefined) return drawn;
  const list = element('dl', '');
  for (const [name, text = ''] of [
    ['expected', expected],
    ['received', received],
  ] as const) {
    const body = element('pre', '', text === '' ? 'nothing' : text);
    list.append(element('dt', '', name), element('dd', '', body));
  }
  drawn.append(list);
  return drawn;
}

/** A text that was printed, or a value; a long one scrolls. */
export function drawPrinted(label: string, text: string, verified = false): HTMLElement {
  const body = element('pre', '', element('samp', '', text));
  if (text.split('\n').length > LONG) letScroll(body, label);
  const name = verified ? 'printed verified' : 'printed';
  return element('div', name, element('span', 'label', label), body);
}

function letScroll(body: HTMLElement, label: string): void {
  body.classList.add('long');
  body.tabIndex = 0;
  body.setAttribute('role', 'region');
  body.ariaLabel = label;
}

/**
 * The request of the picture in a chapter, sent to real Django and to the runtime.
 *
 * @module
 */

import { element } from '../run/elements.ts';
import { openPanel } from './panel.ts';
import { JOURNEY } from './requests.ts';

/** Opens the panel below the picture, and sends the request. @param button what was pressed */
export function openJourney(button: HTMLElement): void {
  const place = element('section', 'beside-journey');
  place.ariaLabel = 'Real Django, beside the runtime';
  button.closest('.opening')?.append(place);
  button.remove();
  openPanel(place, JOURNEY, { send: true });
}

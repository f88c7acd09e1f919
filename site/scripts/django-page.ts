/**
 * The page on which real Django stands beside the runtime: all that runs is loaded when it is asked.
 *
 * @module
 */

import { announce } from './announce.ts';

/** Shows the button that begins. */
export function offerDjango(): void {
  const start = document.querySelector<HTMLElement>('.beside-start');
  const place = document.querySelector<HTMLElement>('.beside-place');
  if (!start || !place) return;
  start.hidden = false;
  start.querySelector('button')?.addEventListener('click', async () => {
    try {
      const [{ openPanel }, { JOURNEY }] = await Promise.all([
        import('../workshop/beside/panel.ts'),
        import('../workshop/beside/requests.ts'),
      ]);
      start.hidden = true;
      openPanel(place, JOURNEY, { send: true });
    } catch {
      announce('What runs Django could not be loaded');
    }
  });
}

/**
 * The page of the stepper: loads it when a reader asks, or comes by a link that holds a state.
 *
 * @module
 */

const load = () => import('../workshop/stepper/open-stepper.ts');

/** Offers the stepper; a pointer on its button makes it ready. */
export function offerPage(): void {
  const start = document.querySelector<HTMLElement>('.follow-start');
  const place = document.querySelector<HTMLElement>('.follow-place');
  const list = document.querySelector<HTMLDetailsElement>('.follow-list');
  if (!start || !place || !list) return;
  list.open = false;
  const button = start.querySelector('button');

  let isOpen = false;
  const open = async (): Promise<void> => {
    if (isOpen) return;
    isOpen = true;
    try {
      const { openPage } = await load();
      document.body.classList.add('following');
      await openPage(place);
      start.remove();
      place.querySelector<HTMLElement>('[data-go="next"]')?.focus({ preventScroll: true });
      place.scrollIntoView({ block: 'start' });
    } catch {
      isOpen = false;
      start.hidden = false;
      start.dataset['failed'] = 'The stepper could not be loaded. Reload the page to try again.';
    }
  };

  const makeReady = (): void => {
    load()
      .then(({ prepare }) => prepare())
      .catch(() => undefined);
  };
  button?.addEventListener('pointerenter', makeReady, { once: true });
  button?.addEventListener('click', () => void open());
  const follow = (): void => {
    if (location.hash.includes('=')) void open();
  };
  addEventListener('hashchange', follow);
  start.hidden = location.hash.includes('=');
  follow();
}

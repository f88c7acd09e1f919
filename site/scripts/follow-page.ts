/**
 * The page of the stepper: loads it when a reader asks, or comes by a link that holds a state.
 *
 * @module
 */

/** Offers the stepper. */
export function offerPage(): void {
  const start = document.querySelector<HTMLElement>('.follow-start');
  const place = document.querySelector<HTMLElement>('.follow-place');
  const list = document.querySelector<HTMLDetailsElement>('.follow-list');
  if (!start || !place || !list) return;
  list.open = false;
  const button = start.querySelector('button');

  const open = async (): Promise<void> => {
    button?.setAttribute('aria-disabled', 'true');
    document.body.classList.add('following');
    const { openPage } = await import('../workshop/stepper/open-stepper.ts');
    await openPage(place);
    place.querySelector<HTMLElement>('[data-go="next"]')?.focus({ preventScroll: true });
    start.remove();
    place.scrollIntoView({ block: 'start' });
  };

  const isState = (): boolean => location.hash.includes('=');
  if (isState()) {
    void open();
    return;
  }
  start.hidden = false;
  button?.addEventListener('click', () => void open(), { once: true });
  addEventListener('hashchange', () => isState() && start.isConnected && void open(), {
    once: true,
  });
}

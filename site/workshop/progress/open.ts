/**
 * The progress of whoever reads this page.
 *
 * @module
 */

import { KEY, ProgressStore } from './store.ts';

let opened: ProgressStore | undefined;

/** The one store of this page; it follows other tabs, and comes back with the page. */
export function openProgress(): ProgressStore {
  if (opened) return opened;
  const store = new ProgressStore(() => localStorage);
  addEventListener('storage', ({ key, newValue }) => {
    if (key !== KEY && key !== null) return;
    if (newValue === null) store.forget();
    else store.follow();
  });
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) store.follow();
  });
  opened = store;
  return store;
}

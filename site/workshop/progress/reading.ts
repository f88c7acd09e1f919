/**
 * Follows a reader through a chapter: where they are, and whether they came to the end.
 *
 * @module
 */

import { isMarked, mark, moveTo, takeBack } from './progress.ts';
import { openProgress } from './open.ts';
import { ReadingTime } from './reading-time.ts';
import { sectionAbove } from './section-above.ts';
import { showSolved } from './solved.ts';
import type { Trouble } from './store.ts';

/** How long the page must have been looked at before its end counts, in milliseconds. */
export const LEAST = 30_000;

/** How long the page must lie still before the place is kept, in milliseconds. */
const STILL = 1000;

const TROUBLES: Record<Trouble, string> = {
  off: 'This browser keeps nothing for the book: the mark lasts as long as this page.',
  full: 'This browser has no room left: the mark lasts as long as this page.',
};

/** Starts following; the chapter is the one that the page names. */
export function followReading(): void {
  const chapter = document.body.dataset['chapter'];
  const close = document.querySelector('.close');
  if (!chapter || !close) return;
  const store = openProgress();
  showSolved();
  let atEnd = false;
  let refused = false;

  const keepPlace = (): void => {
    const done = atEnd && isMarked(store.progress, 'read', chapter);
    const place = { chapter, ...sectionAbove(), done };
    const known = store.progress.place;
    const same =
      known && Object.entries(place).every(([key, value]) => Reflect.get(known, key) === value);
    if (!same) store.change((progress) => moveTo(progress, place, Date.now()));
  };
  const markRead = (): void => {
    store.change((progress) => mark(progress, 'read', chapter, Date.now()));
    keepPlace();
  };

  const time = new ReadingTime(LEAST, () => {
    if (atEnd && !refused) markRead();
  });
  new IntersectionObserver(([entry]) => {
    atEnd = entry?.isIntersecting ?? false;
    if (atEnd && time.isOver && !refused) markRead();
  }).observe(close);

  let waiting: ReturnType<typeof setTimeout> | undefined;
  addEventListener(
    'scroll',
    () => {
      clearTimeout(waiting);
      waiting = setTimeout(keepPlace, STILL);
    },
    { passive: true },
  );
  addEventListener('pagehide', keepPlace);
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) keepPlace();
  });

  const line = close.querySelector('.reading');
  if (!line) return;
  const told = document.createElement('span');
  told.setAttribute('role', 'status');
  const button = document.createElement('button');
  button.type = 'button';
  button.addEventListener('click', () => {
    refused = isMarked(store.progress, 'read', chapter);
    if (refused) store.change((progress) => takeBack(progress, 'read', chapter, Date.now()));
    else markRead();
  });
  line.append(told, button);
  const show = (): void => {
    const read = isMarked(store.progress, 'read', chapter);
    const words = store.trouble ? ` ${TROUBLES[store.trouble]}` : '';
    told.textContent = read ? `✓ Marked as read.${words}` : '';
    button.textContent = read ? 'Take it back' : 'Mark as read';
  };
  store.listen(show);
  show();
}

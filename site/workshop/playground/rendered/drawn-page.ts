/**
 * A response drawn as a page, in a frame of its own.
 *
 * @module
 */

import { href } from '../../../links.ts';
import { readFormMessage } from './read-message.ts';
import type { FilledForm, FromRendered, ToRendered } from './messages.ts';

/** Whom to tell what the reader does on the page. */
export interface PageListener {
  follow(address: string): void;
  submit(form: FilledForm): void;
}

const HEIGHT = { least: 120, most: 560 };

/** Draws HTML into a new frame, the last child of `parent`. Its scripts never run. */
export function drawPage(parent: HTMLElement, html: string, listener: PageListener): void {
  const frame = document.createElement('iframe');
  frame.sandbox.add('allow-scripts', 'allow-forms');
  frame.title = 'The page that was answered';
  frame.src = href('/workshop/rendered.html');
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const told = readFormMessage(data);
    if (told?.type === 'drawn') fit(frame, told);
    else if (told?.type === 'follow') listener.follow(told.address);
    else if (told) listener.submit(told);
  });
  frame.addEventListener(
    'load',
    () => {
      frame.contentWindow?.postMessage({ type: 'port' }, '*', [port2]);
      port1.start();
      port1.postMessage({ html } satisfies ToRendered);
    },
    { once: true },
  );
  parent.append(frame);
}

function fit(
  frame: HTMLIFrameElement,
  { title, height }: Extract<FromRendered, { type: 'drawn' }>,
) {
  frame.title = title === '' ? 'The page that was answered' : `The page “${title}”`;
  const fitting = Math.min(Math.max(height + 2, HEIGHT.least), HEIGHT.most);
  frame.style.height = `${fitting}px`;
}

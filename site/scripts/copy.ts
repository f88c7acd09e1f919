/**
 * A button on every snippet that copies its code, as ASCII and without line numbers.
 *
 * @module
 */

import { announce } from './announce.ts';

const SHOWN = 1600;

/** Puts a copy button into the bar of each snippet, where the browser can copy at all. */
export function offerCopies(): void {
  if (!('clipboard' in navigator)) return;
  for (const snippet of document.querySelectorAll('.snippet')) {
    const code = snippet.querySelector('.scroll code');
    const bar = snippet.querySelector('.acts') ?? snippet.querySelector('.bar');
    if (code && bar) bar.append(button('Copy', () => asWritten(code)));
  }
}

function asWritten(code: Element): string {
  const lines = [...code.querySelectorAll('.line:not(.removed)')];
  return lines.map((line) => line.textContent ?? '').join('');
}

/** A button that copies some text and says that it did. */
export function button(label: string, text: () => string): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'copy';
  made.textContent = label;
  made.addEventListener('click', async () => {
    const done = await navigator.clipboard.writeText(text()).then(
      () => true,
      () => false,
    );
    made.textContent = done ? 'Copied' : 'Refused';
    announce(done ? 'Copied' : 'The browser refused to copy');
    setTimeout(() => (made.textContent = label), SHOWN);
  });
  return made;
}

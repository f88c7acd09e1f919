/**
 * What the playground's page does from the start: nearly nothing. The rest comes when a reader
 * chooses what to begin with.
 *
 * @module
 */

import { find } from './bench/make.ts';

const KEY = 'round-trip:playground';

/** Has the buttons open the playground, as does an address that names a preset. */
export function start(): void {
  const begin = find(document, '.begin');
  const failed = find(begin, '.failed');
  const open = async (wish?: string): Promise<void> => {
    begin.ariaBusy = 'true';
    try {
      const bench = await import('./bench/open.ts');
      await bench.open(wish);
    } catch (error) {
      failed.textContent = `The playground could not be opened: ${String(error)}`;
    } finally {
      begin.ariaBusy = null;
    }
  };
  const goOn = find<HTMLButtonElement>(begin, 'button.go-on');
  goOn.hidden = !hasKept();
  goOn.addEventListener('click', () => void open());
  for (const button of begin.querySelectorAll<HTMLButtonElement>('button[value]')) {
    button.hidden = false;
    button.addEventListener('click', () => void open(button.value));
  }
  const wish = location.hash.slice(1);
  if (wish !== '' && begin.querySelector(`button[value="${CSS.escape(wish)}"]`)) void open(wish);
}

function hasKept(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}

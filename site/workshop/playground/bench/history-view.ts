/**
 * The exchanges so far, the latest first.
 *
 * @module
 */

import type { Exchange } from '../client.ts';
import { find, make, makeButton } from './make.ts';

/** Each may hold two megabytes. */
const MOST = 20;

/** Lists exchanges, and shows one again. */
export class HistoryView {
  readonly #root: HTMLElement;
  readonly #show: (exchange: Exchange) => void;
  #exchanges: Exchange[] = [];

  constructor(root: HTMLElement, show: (exchange: Exchange) => void) {
    this.#root = find(root, 'details.history');
    this.#show = show;
  }

  /** Adds an exchange. */
  add(exchange: Exchange): void {
    this.#exchanges = [exchange, ...this.#exchanges].slice(0, MOST);
    this.#draw();
  }

  /** Forgets all. */
  clear(): void {
    this.#exchanges = [];
    this.#draw();
  }

  #draw(): void {
    find(this.#root, 'summary').textContent = `History, ${this.#exchanges.length}`;
    const items = this.#exchanges.map((exchange) => {
      const { draft, response } = exchange;
      const outcome = response ? String(response.status || '?') : 'no answer';
      const words = `${draft.method} ${draft.path}`;
      const item = makeButton(words, () => this.#show(exchange));
      return make('li', '', item, ' ', make('span', 'aside', outcome));
    });
    find(this.#root, '.folded').replaceChildren(make('ol', '', ...items));
  }
}

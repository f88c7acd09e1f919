/**
 * A line that shows how a start of Python goes, with a button that calls it off.
 *
 * @module
 */

import styles from '../../styles/python.css?url';
import { announce } from '../../scripts/announce.ts';
import { addStyles } from '../run/add-styles.ts';
import { action, element } from '../run/elements.ts';
import type { PythonState } from './session.ts';
import { stateInWords } from './words.ts';

/** The line. Bytes are shown as they come; only what kind of thing goes on is announced. */
export class StartLine {
  readonly element: HTMLElement;
  readonly #words = element('span', 'start-words', '');
  readonly #bar = element('progress', 'start-bar');
  #kind = '';

  /** @param cancel what the button does */
  constructor(cancel: () => void) {
    this.#bar.setAttribute('aria-label', 'Python, loaded so far');
    void addStyles(styles);
    const button = action('Cancel', cancel);
    this.element = element('p', 'start-line', this.#words, ' ', this.#bar, ' ', button);
    this.#bar.hidden = true;
  }

  /** Shows a state. */
  show(state: PythonState): void {
    const words = stateInWords(state);
    this.#words.textContent = words;
    this.#bar.hidden = state.kind === 'ready';
    if (state.kind === 'downloading') {
      this.#bar.max = Math.max(1, state.total);
      this.#bar.value = state.loaded;
    } else this.#bar.removeAttribute('value');
    if (state.kind !== this.#kind) announce(words);
    this.#kind = state.kind;
  }

  /** Says that something runs. */
  showRunning(words: string): void {
    this.#words.textContent = words;
    this.#bar.hidden = true;
  }
}

/**
 * The client's cookies, for looking at them, changing and clearing them.
 *
 * @module
 */

import type { CookieJar } from '../cookie-jar.ts';
import { find, make, makeButton } from './make.ts';

/** Shows the cookies of a jar. */
export class CookieView {
  readonly #root: HTMLElement;
  readonly #jar: CookieJar;
  readonly #change: () => void;

  /** @param change is called when the reader has changed something */
  constructor(root: HTMLElement, jar: CookieJar, change: () => void) {
    this.#root = find(root, 'details.cookies');
    this.#jar = jar;
    this.#change = change;
  }

  /** Shows them as they are now. */
  show(): void {
    const cookies = this.#jar.all(Date.now());
    find(this.#root, 'summary').textContent = `Cookies, ${cookies.length}`;
    const rows = cookies.map((cookie) => {
      const { name, value, path, expires, httpOnly, sameSite } = cookie;
      const ends = expires === null ? 'with the session' : new Date(expires).toUTCString();
      const flags = [httpOnly ? 'HttpOnly' : '', sameSite && `SameSite=${sameSite}`];
      const forget = makeButton('Forget', () => this.#do(() => this.#jar.remove(name, path)));
      forget.setAttribute('aria-label', `Forget the cookie ${name}`);
      const input = make('input', '');
      input.value = value;
      input.spellcheck = false;
      input.setAttribute('aria-label', `Value of the cookie ${name}`);
      input.addEventListener('input', () => {
        this.#jar.put(cookie, input.value);
        this.#change();
      });
      const says = [`for ${path}, ends ${ends}`, ...flags].filter((word) => word !== '').join(', ');
      return make('li', '', make('code', '', name), input, make('span', 'aside', says), forget);
    });
    const clear = makeButton('Clear all', () => this.#do(() => this.#jar.clear()));
    const content =
      rows.length === 0
        ? [
            make(
              'p',
              'aside',
              'None. What a response sets is kept here, and sent with the next request.',
            ),
          ]
        : [make('ul', '', ...rows), clear];
    find(this.#root, '.folded').replaceChildren(...content);
  }

  #do(action: () => void): void {
    action();
    this.show();
    this.#change();
    find(this.#root, 'summary').focus();
  }
}

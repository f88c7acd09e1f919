/**
 * Cookies as Python's `http.cookies` keeps, reads and writes them.
 *
 * @module
 */

import { str } from '../repr.ts';
import { Morsel } from './cookies/morsel.ts';
import { readCookies } from './cookies/parsing.ts';

export {
  type AttributeValue,
  type CookieAttribute,
  CookieError,
  Morsel,
} from './cookies/morsel.ts';
export { quoteCookie, unquoteCookie } from './cookies/quoting.ts';

const NONE: ReadonlyMap<string, Morsel> = new Map();

/** Cookies by name, in the order in which they were first set. @models http.cookies:SimpleCookie */
export class SimpleCookie {
  #morsels: ReadonlyMap<string, Morsel> = NONE;

  /** How many cookies there are. */
  get size(): number {
    return this.#morsels.size;
  }

  /** The cookie of a name. */
  get(key: string): Morsel | undefined {
    return this.#morsels.get(key);
  }

  /** Gives a cookie a value, written as Python's `str()` would; one that exists keeps its place and attributes. @throws {CookieError} @models http.cookies:BaseCookie.__setitem__ */
  set(key: string, value: unknown): Morsel {
    return this.#put(key, str(value));
  }

  /** Forgets a cookie; the visitor's browser keeps it. */
  delete(key: string): void {
    if (this.#morsels.has(key)) this.#own().delete(key);
  }

  /** Every cookie. */
  values(): IterableIterator<Morsel> {
    return this.#morsels.values();
  }

  /** Reads cookies with their attributes; nothing of a header that has a fault. @throws {CookieError} for an unknown attribute. @models http.cookies:BaseCookie.load */
  load(header: string): void {
    let morsel = new Morsel();
    for (const piece of readCookies(header)) {
      if (piece.kind === 'cookie') morsel = this.#put(piece.key, piece.value, piece.codedValue);
      else morsel.setAttribute(piece.key, piece.value);
    }
  }

  /** All cookies as headers, in the order of their names. @models http.cookies:BaseCookie.output */
  output(header = 'Set-Cookie:', separator = '\r\n'): string {
    return Array.from(this.#morsels.values())
      .sort((one, other) => (one.key < other.key ? -1 : 1))
      .map((morsel) => morsel.output(header))
      .join(separator);
  }

  #put(key: string, value: string, codedValue?: string): Morsel {
    const morsel = this.#morsels.get(key) ?? new Morsel();
    morsel.set(key, value, codedValue);
    this.#own().set(key, morsel);
    return morsel;
  }

  /** Most responses set no cookie, and so most never have a map of their own. */
  #own(): Map<string, Morsel> {
    const own = this.#morsels === NONE ? new Map<string, Morsel>() : this.#morsels;
    this.#morsels = own;
    return own as Map<string, Morsel>;
  }
}

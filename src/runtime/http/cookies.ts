/**
 * Cookies as Python's `http.cookies` keeps and writes them.
 *
 * @module
 */

import { Exception } from '../builtins.ts';
import { isNone } from '../objects.ts';
import { repr } from '../repr.ts';

const LEGAL = /^[\w!#$%&'*+\-.^`|~:]+$/;
const ESCAPED = /[^\w!#$%&'*+\-.^`|~: ()/<=>?@[\]{}\u0100-\u{10ffff}]/gu;

const RESERVED = {
  comment: 'Comment',
  domain: 'Domain',
  expires: 'expires',
  httponly: 'HttpOnly',
  'max-age': 'Max-Age',
  path: 'Path',
  samesite: 'SameSite',
  secure: 'Secure',
  version: 'Version',
} as const;

/** What can be said about a cookie beside its value. */
export type CookieAttribute = keyof typeof RESERVED;

const ATTRIBUTES = Object.keys(RESERVED) as CookieAttribute[];

/** A cookie of an impossible name. @models http.cookies:CookieError */
export class CookieError extends Exception {
  override name = 'CookieError';
}

/** One cookie: name, value and attributes. @models http.cookies:Morsel */
export class Morsel {
  key = '';
  value = '';
  readonly #attributes = new Map<CookieAttribute, string | number | boolean>();

  /** Names the cookie and gives it a value. @throws {CookieError} @models http.cookies:Morsel.set */
  set(key: string, value: string): void {
    if (key.toLowerCase() in RESERVED) {
      throw new CookieError(`Attempt to set a reserved key ${repr(key)}`);
    }
    if (!LEGAL.test(key)) throw new CookieError(`Illegal key ${repr(key)}`);
    this.key = key;
    this.value = value;
  }

  /** An attribute, `''` when it was not set. @models http.cookies:Morsel.__getitem__ */
  attribute(name: CookieAttribute): string | number | boolean {
    return this.#attributes.get(name) ?? '';
  }

  /** Sets an attribute. @models http.cookies:Morsel.__setitem__ */
  setAttribute(name: CookieAttribute, value: string | number | boolean): void {
    this.#attributes.set(name, value);
  }

  /** The cookie without a header's name, attributes in alphabetical order. @models http.cookies:Morsel.OutputString */
  outputString(): string {
    const parts = ATTRIBUTES.map((name) => this.#written(name)).filter((part) => part !== '');
    return [`${this.key}=${quoteCookie(this.value)}`, ...parts].join('; ');
  }

  /** Header and cookie with a space between; so an empty header leaves the space. @models http.cookies:Morsel.output */
  output(header = 'Set-Cookie:'): string {
    return `${header} ${this.outputString()}`;
  }

  #written(name: CookieAttribute): string {
    const value = this.attribute(name);
    if (value === '') return '';
    if (name === 'secure' || name === 'httponly') return value ? RESERVED[name] : '';
    return `${RESERVED[name]}=${name === 'comment' ? quoteCookie(String(value)) : value}`;
  }
}

/** Cookies by name, in the order in which they were first set. @models http.cookies:SimpleCookie */
export class SimpleCookie {
  readonly #morsels = new Map<string, Morsel>();

  /** How many cookies there are. */
  get size(): number {
    return this.#morsels.size;
  }

  /** The cookie of a name. */
  get(key: string): Morsel | undefined {
    return this.#morsels.get(key);
  }

  /** Gives a cookie a value; one that exists keeps its place and attributes. @throws {CookieError} @models http.cookies:BaseCookie.__setitem__ */
  set(key: string, value: string): Morsel {
    const morsel = this.#morsels.get(key) ?? new Morsel();
    morsel.set(key, value);
    this.#morsels.set(key, morsel);
    return morsel;
  }

  /** Forgets a cookie; the visitor's browser keeps it. */
  delete(key: string): void {
    this.#morsels.delete(key);
  }

  /** Every cookie. */
  values(): IterableIterator<Morsel> {
    return this.#morsels.values();
  }
}

/** A value in quotes where it needs them. @models http.cookies:_quote */
export function quoteCookie(value: string): string {
  if (isNone(value) || LEGAL.test(value)) return value;
  return `"${value.replaceAll(ESCAPED, escapeForCookie)}"`;
}

/** Undoes `quoteCookie`. @models http.cookies:_unquote */
export function unquoteCookie(value: string): string {
  if (value.length < 2 || !value.startsWith('"') || !value.endsWith('"')) return value;
  return value
    .slice(1, -1)
    .replaceAll(/\\(?:([0-3][0-7][0-7])|(.))/gu, (_, octal?: string, character?: string) =>
      octal === undefined ? (character ?? '') : String.fromCharCode(Number.parseInt(octal, 8)),
    );
}

function escapeForCookie(character: string): string {
  if (character === '"' || character === '\\') return `\\${character}`;
  return `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`;
}

/**
 * One cookie.
 *
 * @module
 */

import { Exception } from '../../builtins.ts';
import { formatdate } from '../../email/utils.ts';
import { repr, str } from '../../repr.ts';
import { time } from '../../time.ts';
import { isLegalKey, quoteCookie } from './quoting.ts';

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

/** What an attribute can be; `''` where it was not set. */
export type AttributeValue = string | number | boolean | null;

const ATTRIBUTES = Object.keys(RESERVED) as CookieAttribute[];

/** A cookie of an impossible name, or an attribute that there is not. @models http.cookies:CookieError */
export class CookieError extends Exception {
  override name = 'CookieError';
}

/** Whether a name is that of an attribute, in any case. @models http.cookies:Morsel.isReservedKey */
export function isReservedKey(key: string): boolean {
  return Object.hasOwn(RESERVED, key.toLowerCase());
}

/** Whether an attribute needs no value. */
export function isFlag(key: string): boolean {
  return ['secure', 'httponly'].includes(key.toLowerCase());
}

/** One cookie: name, value and attributes. @models http.cookies:Morsel */
export class Morsel {
  key = '';
  value = '';
  /** The value as the header has it. */
  codedValue = '';
  readonly #attributes = new Map<CookieAttribute, AttributeValue>();

  /** Names the cookie and gives it a value. @throws {CookieError} @models http.cookies:Morsel.set */
  set(key: string, value: string, codedValue: string = quoteCookie(value)): void {
    if (isReservedKey(key)) throw new CookieError(`Attempt to set a reserved key ${repr(key)}`);
    if (!isLegalKey(key)) throw new CookieError(`Illegal key ${repr(key)}`);
    this.key = key;
    this.value = value;
    this.codedValue = codedValue;
  }

  /** An attribute, `''` when it was not set. @models http.cookies:Morsel.__getitem__ */
  attribute(name: CookieAttribute): AttributeValue {
    return this.#attributes.get(name) ?? '';
  }

  /** Sets an attribute, named in any case. @throws {CookieError} for one that there is not. @models http.cookies:Morsel.__setitem__ */
  setAttribute(name: string, value: AttributeValue): void {
    const key = name.toLowerCase();
    if (!isReservedKey(key)) throw new CookieError(`Invalid attribute ${repr(key)}`);
    this.#attributes.set(key as CookieAttribute, value);
  }

  /** The cookie without a header's name, attributes in alphabetical order. @models http.cookies:Morsel.OutputString */
  outputString(): string {
    const parts = ATTRIBUTES.map((name) => this.#written(name)).filter((part) => part !== '');
    return [`${this.key}=${this.codedValue}`, ...parts].join('; ');
  }

  /** Header and cookie with a space between; so an empty header leaves the space. @models http.cookies:Morsel.output */
  output(header = 'Set-Cookie:'): string {
    return `${header} ${this.outputString()}`;
  }

  #written(name: CookieAttribute): string {
    const value = this.#attributes.get(name);
    if (value === undefined || value === '') return '';
    if (isFlag(name)) return value ? RESERVED[name] : '';
    if (name === 'comment') return `Comment=${quoteCookie(str(value))}`;
    const isAge = name === 'expires' && typeof value === 'number';
    return `${RESERVED[name]}=${isAge ? formatdate(time() + value) : str(value)}`;
  }
}

/**
 * Response headers, read and changed by name in whatever case, in the list they came in.
 *
 * @module
 */

import { AssertionError, ValueError } from '../builtins.ts';
import { latin1Encode } from '../codecs.ts';
import { repr, typeName } from '../repr.ts';
import { refuseInName, refuseInValue } from './control-characters.ts';
import type { Header } from './types.ts';

function checkString(value: unknown): string {
  if (typeof value === 'string') return value;
  throw new AssertionError(`Header names/values must be of type str (got ${repr(value)})`);
}

function checkName(name: unknown): string {
  const text = checkString(name);
  refuseInName(text);
  return text;
}

function checkValue(value: unknown): string {
  const text = checkString(value);
  refuseInValue(text);
  return text;
}

function checkPair(pair: unknown): void {
  if (typeof pair !== 'string' && !Array.isArray(pair)) {
    throw new TypeError(`cannot unpack non-iterable ${typeName(pair)} object`);
  }
  if (pair.length < 2) {
    throw new ValueError(`not enough values to unpack (expected 2, got ${pair.length})`);
  }
  if (pair.length > 2) {
    const got = Array.isArray(pair) ? `, got ${pair.length}` : '';
    throw new ValueError(`too many values to unpack (expected 2${got})`);
  }
  checkName(pair[0]);
  checkValue(pair[1]);
}

function formatLine(header: Header): string {
  if (!Array.isArray(header)) throw new TypeError('not enough arguments for format string');
  return `${header[0]}: ${header[1]}\r\n`;
}

function formatParameter(name: string, value: string | null): string {
  const dashed = checkName(name).replaceAll('_', '-');
  if (value === null || checkValue(value) === '') return dashed;
  return `${dashed}="${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/**
 * A view of a list of headers; what it changes, it changes in that very list.
 * @throws a `TypeError` for what is no list (a frozen array is a tuple), an
 * {@link AssertionError} for a name or value that is no string, a {@link ValueError} for a
 * header that is no pair. Control characters are refused in names, also those looked for, and
 * (but for tabs) in values, with a {@link ValueError}: see `control-characters.ts`.
 * @models wsgiref.headers:Headers
 */
export class Headers {
  readonly #list: Header[];

  constructor(headers: Header[] | null = null) {
    const list: unknown = headers ?? [];
    if (!Array.isArray(list) || Object.isFrozen(list)) {
      throw new TypeError('Headers must be a list of name/value tuples');
    }
    list.forEach(checkPair);
    this.#list = list as Header[];
  }

  /** How many headers there are, each repetition counted. @models wsgiref.headers:Headers.__len__ */
  get length(): number {
    return this.#list.length;
  }

  /** Puts one value in place of all of that name, at the end of the list. @models wsgiref.headers:Headers.__setitem__ */
  set(name: string, value: string): void {
    this.delete(name);
    this.#list.push([checkName(name), checkValue(value)]);
  }

  /** Removes every header of a name; none is fine. @models wsgiref.headers:Headers.__delitem__ */
  delete(name: string): void {
    const wanted = checkName(name.toLowerCase());
    const kept = this.#list.filter((header) => header[0].toLowerCase() !== wanted);
    this.#list.splice(0, this.#list.length, ...kept);
  }

  /** The first value of a name, or `fallback`. @models wsgiref.headers:Headers.get */
  get(name: string): string | null;
  get<Fallback>(name: string, fallback: Fallback): string | Fallback;
  get(name: string, fallback: unknown = null): unknown {
    const wanted = checkName(name.toLowerCase());
    return this.#list.find((header) => header[0].toLowerCase() === wanted)?.[1] ?? fallback;
  }

  /** Whether there is a header of that name. @models wsgiref.headers:Headers.__contains__ */
  has(name: string): boolean {
    return this.get(name) !== null;
  }

  /** Every value of a name, in the list's order. @models wsgiref.headers:Headers.get_all */
  getAll(name: string): string[] {
    const wanted = checkName(name.toLowerCase());
    return this.#list.filter((header) => header[0].toLowerCase() === wanted).map(([, v]) => v);
  }

  /** The names, repeated as they are in the list. @models wsgiref.headers:Headers.keys */
  keys(): string[] {
    return this.#list.map(([name]) => name);
  }

  /** The values, in the list's order. @models wsgiref.headers:Headers.values */
  values(): string[] {
    return this.#list.map(([, value]) => value);
  }

  /** The headers in a list of their own. @models wsgiref.headers:Headers.items */
  items(): Header[] {
    return [...this.#list];
  }

  /** The first value of a name; where there is none, adds `value` and returns it. @models wsgiref.headers:Headers.setdefault */
  setdefault(name: string, value: string): string {
    const found = this.get(name);
    if (found !== null) return found;
    this.#list.push([checkName(name), checkValue(value)]);
    return value;
  }

  /**
   * Adds a header with parameters, as in `attachment; filename="x"`; underscores in their
   * names become dashes, and `null` stands for a name alone. @models wsgiref.headers:Headers.add_header
   */
  addHeader(
    name: string,
    value: string | null,
    parameters: Record<string, string | null> = {},
  ): void {
    const parts = value === null ? [] : [checkValue(value)];
    for (const [key, held] of Object.entries(parameters)) parts.push(formatParameter(key, held));
    this.#list.push([checkName(name), parts.join('; ')]);
  }

  /**
   * The headers as they travel, with the blank line that ends them. @throws a `TypeError` for a
   * text of two characters, which passes for a pair until here. @models wsgiref.headers:Headers.__str__
   */
  toString(): string {
    return `${this.#list.map(formatLine).join('')}\r\n`;
  }

  /** The same in latin-1. @throws {UnicodeEncodeError} for what latin-1 cannot hold. @models wsgiref.headers:Headers.__bytes__ */
  toBytes(): Uint8Array {
    return latin1Encode(this.toString());
  }

  /** `Headers([('name', 'value')])`. @models wsgiref.headers:Headers.__repr__ */
  repr(): string {
    const pairs = this.#list.map(([name, value]) => `(${repr(name)}, ${repr(value)})`);
    return `${this.constructor.name}([${pairs.join(', ')}])`;
  }
}

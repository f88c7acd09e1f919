/**
 * Reading JSON as Python reads it: `NaN` and `Infinity` are numbers, whole numbers keep all
 * their digits, and an error names line, column and place.
 *
 * @module
 */

import { ValueError } from '../builtins.ts';

const SPACE = /[ \t\n\r]*/y;
const NUMBER = /(-?(?:0|[1-9]\d*))(\.\d+)?([eE][-+]?\d+)?/y;
const CHUNK = /([ !#-[\]-\uffff]*)([^ !#-[\]-\uffff])/y;
const HEX = /^[\da-fA-F]{4}$/;

const CONSTANTS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['null', null],
  ['true', true],
  ['false', false],
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
]);

const ESCAPES: Record<string, string> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** A text that is not JSON. @models json.decoder:JSONDecodeError */
export class JSONDecodeError extends ValueError {
  override name = 'JSONDecodeError';
  /** Where, in UTF-16 units. */
  readonly position: number;

  constructor(fault: string, text: string, position: number) {
    const before = text.slice(0, position);
    const line = before.split('\n').length;
    const column = position - before.lastIndexOf('\n');
    super(`${fault}: line ${line} column ${column} (char ${position})`);
    this.position = position;
  }
}

/** The value of a JSON text. @throws {JSONDecodeError} @models json:loads */
export function loads(text: string): unknown {
  return new Reader(text).whole();
}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  whole(): unknown {
    if (this.#text.startsWith('\ufeff')) {
      throw this.#error('Unexpected UTF-8 BOM (decode using utf-8-sig)', 0);
    }
    this.#match(SPACE);
    const value = this.#value();
    this.#match(SPACE);
    if (this.#at < this.#text.length) throw this.#error('Extra data');
    return value;
  }

  #value(): unknown {
    const next = this.#next();
    if (next === '"') return this.#string();
    if (next === '{') return this.#object();
    if (next === '[') return this.#array();
    for (const [name, value] of CONSTANTS) {
      if (!this.#text.startsWith(name, this.#at)) continue;
      this.#at += name.length;
      return value;
    }
    const number = this.#match(NUMBER);
    if (!number) throw this.#error('Expecting value');
    return toNumber(number);
  }

  #array(): unknown[] {
    const values: unknown[] = [];
    this.#step();
    if (this.#next() === ']') return this.#end(values);
    for (;;) {
      values.push(this.#value());
      if (this.#separator(']')) return this.#end(values);
    }
  }

  #object(): Record<string, unknown> {
    const entries: [string, unknown][] = [];
    this.#step();
    if (this.#next() === '}') return this.#end({});
    for (;;) {
      if (this.#next() !== '"') {
        throw this.#error('Expecting property name enclosed in double quotes');
      }
      const key = this.#string();
      this.#match(SPACE);
      if (this.#next() !== ':') throw this.#error("Expecting ':' delimiter");
      this.#step();
      entries.push([key, this.#value()]);
      if (this.#separator('}')) return this.#end(Object.fromEntries(entries));
    }
  }

  /** Passes a comma; whether the end stands there instead. */
  #separator(end: string): boolean {
    this.#match(SPACE);
    const next = this.#next();
    if (next === end) return true;
    if (next !== ',') throw this.#error("Expecting ',' delimiter");
    this.#step();
    return false;
  }

  #string(): string {
    const start = this.#at;
    const unterminated = () => this.#error('Unterminated string starting at', start);
    let text = '';
    this.#at += 1;
    for (;;) {
      const chunk = this.#match(CHUNK);
      if (!chunk) throw unterminated();
      text += chunk[1];
      if (chunk[2] === '"') return text;
      if (chunk[2] !== '\\') throw this.#error('Invalid control character at', this.#at - 1);
      if (this.#at >= this.#text.length) throw unterminated();
      text += this.#escape();
    }
  }

  #escape(): string {
    const letter = this.#next();
    if (letter !== 'u') {
      const character = ESCAPES[letter];
      if (character === undefined) throw this.#error('Invalid \\escape', this.#at - 1);
      this.#at += 1;
      return character;
    }
    const digits = this.#text.slice(this.#at + 1, this.#at + 5);
    if (!HEX.test(digits)) throw this.#error('Invalid \\uXXXX escape');
    this.#at += 5;
    return String.fromCharCode(Number.parseInt(digits, 16));
  }

  #next(): string {
    return this.#text.charAt(this.#at);
  }

  /** Passes one character and the space behind it. */
  #step(): void {
    this.#at += 1;
    this.#match(SPACE);
  }

  #end<T>(value: T): T {
    this.#at += 1;
    return value;
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found) this.#at = pattern.lastIndex;
    return found;
  }

  #error(fault: string, position = this.#at): JSONDecodeError {
    return new JSONDecodeError(fault, this.#text, position);
  }
}

function toNumber([text, , fraction, exponent]: RegExpExecArray): number | bigint {
  const number = Number(text);
  if (fraction !== undefined || exponent !== undefined) return number;
  return Number.isSafeInteger(number) ? number : BigInt(text);
}

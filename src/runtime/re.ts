/**
 * Python's regular expressions on top of JavaScript's, as far as URL patterns use them:
 * named groups, `\Z`, `\A`, a `$` that also matches before a last newline, Unicode classes.
 *
 * @module
 */

import { Exception } from './builtins.ts';

const SPECIAL = /[()[\]{}?*+\-|^$\\.&~# \t\n\r\v\f]/g;

const OUTSIDE: Record<string, string> = {
  A: '(?<![^])',
  Z: '(?![^])',
  w: '[\\p{L}\\p{N}_]',
  W: '[^\\p{L}\\p{N}_]',
  d: '\\p{Nd}',
  D: '\\P{Nd}',
};
const INSIDE: Record<string, string> = { w: '\\p{L}\\p{N}_', d: '\\p{Nd}', D: '\\P{Nd}' };

/** A pattern that is not a regular expression. @models re:error */
export class RegexError extends Exception {
  override name = 'error';
}

/** Where a pattern matched, and what its groups held; `null` for a group that took no part. @models re:Match */
export interface Match {
  /** Index after the match, in UTF-16 units. */
  end: number;
  groups: (string | null)[];
  groupdict: Record<string, string | null>;
}

/** A compiled pattern. @models re:Pattern */
export class Pattern {
  /** The pattern as Python would spell it. */
  readonly pattern: string;
  readonly #anywhere: RegExp;
  readonly #whole: RegExp;

  constructor(pattern: string) {
    this.pattern = pattern;
    const source = translate(pattern);
    this.#anywhere = build(pattern, source);
    this.#whole = build(pattern, `^(?:${source})$`);
  }

  /** The first match anywhere in a text. @models re:Pattern.search */
  search(text: string): Match | null {
    return toMatch(this.#anywhere.exec(text));
  }

  /** A match of the whole text. @models re:Pattern.fullmatch */
  fullmatch(text: string): Match | null {
    return toMatch(this.#whole.exec(text));
  }
}

/** Compiles a pattern. @throws {RegexError} @models re:compile */
export function compile(pattern: string): Pattern {
  return new Pattern(pattern);
}

/** A pattern that matches a text literally. @models re:escape */
export function escape(text: string): string {
  return text.replaceAll(SPECIAL, '\\$&');
}

function build(pattern: string, source: string): RegExp {
  try {
    return new RegExp(source, 'u');
  } catch (cause) {
    const error = new RegexError(`the pattern ${pattern} has a fault in its syntax`);
    error.cause = cause;
    throw error;
  }
}

function toMatch(found: RegExpExecArray | null): Match | null {
  if (found === null) return null;
  const named = Object.entries(found.groups ?? {}) as [string, string | undefined][];
  return {
    end: found.index + found[0].length,
    groups: Array.from(found.slice(1) as (string | undefined)[], (group) => group ?? null),
    groupdict: Object.fromEntries(named.map(([name, group]) => [name, group ?? null])),
  };
}

const TOKEN =
  /\\(?<escaped>[^])|\[(?<not>\^?)(?<set>\]?(?:\\[^]|[^\]\\])*)\]|\(\?P=(?<back>\w+)\)|\(\?P<|\{(?<least>\d*),(?<most>\d*)\}|\{\d+\}|[^]/gu;

const LITERALS: Record<string, string> = {
  '(?P<': '(?<',
  $: '(?=\\n?(?![^]))',
  '{': '\\{',
  '}': '\\}',
  ']': '\\]',
};

function translate(pattern: string): string {
  return Array.from(pattern.matchAll(TOKEN), ({ 0: token, groups = {} }) => {
    const { escaped, not, set, back, least, most } = groups;
    if (escaped !== undefined) return translateEscape(escaped, OUTSIDE);
    if (set !== undefined) return `[${not}${translateSet(set)}]`;
    if (back !== undefined) return `\\k<${back}>`;
    if (least !== undefined) return `{${least || 0},${most}}`;
    return LITERALS[token] ?? token;
  }).join('');
}

function translateSet(set: string): string {
  return set.replaceAll(/\\([^])|[[\](){}/|]/gu, (token, escaped?: string) =>
    escaped === undefined ? `\\${token}` : translateEscape(escaped, INSIDE),
  );
}

function translateEscape(character: string, table: Record<string, string>): string {
  const known = table[character];
  if (known !== undefined) return known;
  if (/[\w]/.test(character) || /[\^$\\.*+?()[\]{}|/-]/.test(character)) {
    return character === '-' && table === OUTSIDE ? '-' : `\\${character}`;
  }
  return character;
}

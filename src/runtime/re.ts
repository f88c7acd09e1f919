/**
 * Python's regular expressions on top of JavaScript's, as far as URL patterns use them.
 *
 * Conditional, atomic and possessive parts are not known. In a group that is repeated JavaScript
 * forgets what an earlier round captured, where Python keeps it.
 *
 * @module
 */

import { RegexError } from './re/reader.ts';
import { translate } from './re/translate.ts';

export { RegexError } from './re/reader.ts';

/** An expression that is text and nothing else, from the beginning of what it is asked about. */
const TEXT_ALONE = /^\^((?:[\w/@%&=:;,!"'<>~ -]|\\[!-/:-@[-^`{-~])*)(\\Z)?$/;
const SPECIAL = /[()[\]{}?*+\-|^$\\.&~# \t\n\r\v\f]/g;

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
  readonly #text: { text: string; ends: boolean } | null;
  readonly #source: string = '';
  readonly #flags: string = '';
  #anywhere: RegExp | null = null;
  #whole: RegExp | null = null;

  /** @throws {RegexError} */
  constructor(pattern: string) {
    this.pattern = pattern;
    const [, text, end] = TEXT_ALONE.exec(pattern) ?? [];
    this.#text =
      text === undefined
        ? null
        : { text: text.replaceAll(/\\(.)/g, '$1'), ends: end !== undefined };
    if (this.#text !== null) return;
    const { source, flags } = translate(pattern);
    this.#source = source;
    this.#flags = flags;
    this.#anywhere = build(pattern, source, flags);
  }

  /** The first match anywhere in a text. @models re:Pattern.search */
  search(text: string): Match | null {
    if (this.#anywhere === null) return matchText(this.#text, text);
    return toMatch(this.#anywhere.exec(text));
  }

  /** Whether there is a match anywhere in a text. */
  test(text: string): boolean {
    return this.#anywhere?.test(text) ?? this.search(text) !== null;
  }

  /** A match of the whole text. @models re:Pattern.fullmatch */
  fullmatch(text: string): Match | null {
    if (this.#anywhere === null) {
      const found = matchText(this.#text, text);
      return found?.end === text.length ? found : null;
    }
    this.#whole ??= build(this.pattern, `^(?:${this.#source})$`, this.#flags);
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

function build(pattern: string, source: string, flags: string): RegExp {
  try {
    return new RegExp(source, flags);
  } catch (cause) {
    const error = new RegexError(`the pattern ${pattern} cannot be spelt in JavaScript`);
    error.cause = cause;
    throw error;
  }
}

function matchText(wanted: { text: string; ends: boolean } | null, asked: string): Match | null {
  if (wanted === null || !asked.startsWith(wanted.text)) return null;
  const end = wanted.text.length;
  if (wanted.ends && end < asked.length) return null;
  return { end, groups: [], groupdict: {} };
}

function toMatch(found: RegExpExecArray | null): Match | null {
  if (found === null) return null;
  const end = found.index + found[0].length;
  const groups: (string | null)[] = [];
  for (let at = 1; at < found.length; at += 1) groups.push(found[at] ?? null);
  if (found.groups === undefined) return { end, groups, groupdict: {} };
  const named = Object.entries(found.groups) as [string, string | undefined][];
  const groupdict = Object.fromEntries(named.map(([name, group]) => [name, group ?? null]));
  return { end, groups, groupdict };
}

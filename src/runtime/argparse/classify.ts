/**
 * Which words of a command line are options.
 *
 * @module
 */

import type { Action } from './action.ts';

/** A word that begins an option: the option, where it is known, its name, and what stands behind `=`. */
export interface OptionWord {
  readonly action: Action | null;
  readonly name: string;
  readonly explicit: string | null;
}

/** Several options begin as a word does. */
export interface Ambiguity {
  readonly word: string;
  readonly matches: readonly string[];
}

/** The options of a parser by their names. */
export type OptionTable = ReadonlyMap<string, Action>;

/** What a word is: an option, a value (`null`), or something that could be several options. @models argparse:ArgumentParser._parse_optional */
export function classify(
  word: string,
  options: OptionTable,
  allowAbbrev: boolean,
): OptionWord | Ambiguity | null {
  if (!word.startsWith('-') || word === '-') return null;
  const exact = lookUp(word, options);
  if (exact) return exact;
  const found = abbreviated(word, options, allowAbbrev);
  if (found.length > 1) return { word, matches: found.map(({ name }) => name) };
  const [only] = found;
  if (only) return only;
  const isNumber = /^-\d+$|^-\d*\.\d+$/.test(word);
  const knowsNumbers = Array.from(options.keys()).some((name) => /^-\d/.test(name));
  if ((isNumber && !knowsNumbers) || word.includes(' ')) return null;
  return { action: null, name: word, explicit: null };
}

/** Whether a word could be several options. */
export function isAmbiguous(found: OptionWord | Ambiguity | null): found is Ambiguity {
  return found !== null && 'matches' in found;
}

function lookUp(word: string, options: OptionTable): OptionWord | null {
  const whole = options.get(word);
  if (whole) return { action: whole, name: word, explicit: null };
  const equals = word.indexOf('=');
  const name = word.slice(0, Math.max(equals, 0));
  const action = options.get(name);
  return action ? { action, name, explicit: word.slice(equals + 1) } : null;
}

/** @models argparse:ArgumentParser._get_option_tuples */
function abbreviated(word: string, options: OptionTable, allowAbbrev: boolean): OptionWord[] {
  if (word.startsWith('--')) {
    if (!allowAbbrev) return [];
    const [prefix = '', ...rest] = word.split('=');
    const explicit = rest.length > 0 ? rest.join('=') : null;
    return starting(prefix, options, explicit);
  }
  const short = word.slice(0, 2);
  const action = options.get(short);
  const cluster = action ? [{ action, name: short, explicit: word.slice(2) }] : [];
  return [...cluster, ...starting(word, options, null).filter(({ name }) => name !== short)];
}

function starting(prefix: string, options: OptionTable, explicit: string | null): OptionWord[] {
  return Array.from(options)
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, action]) => ({ action, name, explicit }));
}

/**
 * The words after a fence's language: `id=hello title="Hello, WSGI" node`.
 *
 * @module
 */

import type { FailureList } from '../failure.ts';
import type { FenceFlags } from '../model.ts';
import type { PlaceFinder } from './places.ts';

const SWITCHES = ['setup', 'isolated', 'node', 'no-run', 'throws'] as const;
const WORDS = [
  'id',
  'title',
  'scene',
  'diff',
  'same-as',
  'src',
  'env',
  'skip',
  'no-runtime',
] as const;
const NUMBERS = ['timeout'] as const;

/** The flags of a chapter's fences. */
export const CHAPTER_FLAGS: readonly string[] = [...SWITCHES, ...WORDS, ...NUMBERS, 'type-error'];

/** The flags of an exercise's fences. */
export const EXERCISE_FLAGS: readonly string[] = [
  'setup',
  'starter',
  'check',
  'hidden',
  'solution',
  'wrong',
  'title',
  'env',
  'no-runtime',
  'timeout',
  'type-error',
];

const SWITCHED: readonly string[] = [...SWITCHES, 'starter', 'check', 'solution'];

/** What the value of a flag has to be, where it is words of the writer. */
const REASONS: Record<string, string> = {
  skip: 'a reason: skip="why"',
  'no-runtime': 'a reason: no-runtime="why"',
  hidden: 'a word of help for readers whose answer fails: hidden="…"',
  wrong: 'a reason: wrong="why"',
};

/** Flags that need a name usable as an anchor. */
const NAMES: readonly string[] = ['id', 'scene', 'diff', 'same-as'];
const NAME = /^[a-z][a-z0-9-]*$/;

const TOKEN = /([^\s=]+)(?:=(?:"([^"]*)"|'([^']*)'|(\S*)))?/g;

/**
 * Reads the flags of a fence. Each mistake is noted at its own place.
 *
 * @param meta the text after the language
 * @param offset where that text begins in the chapter
 * @param known the flags that there are
 */
export function parseFenceFlags(
  meta: string,
  offset: number,
  places: PlaceFinder,
  failures: FailureList,
  known = CHAPTER_FLAGS,
): FenceFlags {
  const flags: Record<string, unknown> = {};
  for (const token of meta.matchAll(TOKEN)) {
    const [, key = ''] = token;
    const value = token[2] ?? token[3] ?? token[4];
    const complain = (message: string) => failures.add(places.at(offset + token.index), message);
    if (!known.includes(key)) complain(`Unknown flag "${key}". ${suggestion(key, known)}`);
    else if (key in flags) complain(`The flag "${key}" is given twice.`);
    else flags[key] = readValue(key, value, complain);
  }
  return flags as FenceFlags;
}

function readValue(
  key: string,
  value: string | undefined,
  complain: (message: string) => void,
): unknown {
  if (SWITCHED.includes(key)) {
    if (value !== undefined) complain(`The flag "${key}" takes no value.`);
    return true;
  }
  if (!value?.trim()) {
    complain(`The flag "${key}" needs ${REASONS[key] ?? `a value: ${key}=…`}.`);
    return '';
  }
  if (key === 'timeout') {
    const limit = Number(value);
    if (!Number.isInteger(limit) || limit < 1)
      complain(`timeout=${value} is not a whole number of milliseconds.`);
    return limit;
  }
  if (key === 'type-error') {
    const codes = value.split(',').map(Number);
    if (codes.some((code) => !Number.isInteger(code)))
      complain(`type-error=${value} is not a list of TypeScript error numbers.`);
    return codes;
  }
  if (NAMES.includes(key) && !NAME.test(value)) {
    complain(
      `${key}=${value} is not a name: lower-case letters, digits and hyphens, a letter first.`,
    );
  }
  if (key === 'src' && !/^[^#]+#[^#]+$/.test(value))
    complain(`src=${value} is not of the form path#symbol.`);
  return value;
}

function suggestion(key: string, known: readonly string[]): string {
  const near = known.find(
    (flag) => flag.startsWith(key.slice(0, 3)) || flag.replace('-', '') === key.toLowerCase(),
  );
  return near ? `Did you mean "${near}"?` : `Known flags: ${known.join(', ')}.`;
}

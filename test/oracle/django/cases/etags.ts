/**
 * Cases of ETags.
 *
 * @module
 */

import type { Case } from '../../model.ts';
import { Random } from '../../cases/random.ts';
import { calls } from './calls.ts';

const TAGS = [
  '"etag"',
  'W/"weak"',
  'etag',
  '',
  '""',
  'W/""',
  'w/"lower"',
  'W/ "apart"',
  '"a"b"',
  '"a',
  'a"',
  ' "padded" ',
  '"line\n"',
  '"end"\n',
  '"é€😀"',
  '*',
  '"a,b"',
  '"\\"',
];

const LISTS = [
  '',
  '*',
  ' * ',
  '*, "a"',
  '"a", "b"',
  '"a","b",W/"c"',
  '"a",, "b",',
  'a, "b", c',
  '"a,b", "c"',
  '"a" "b"',
  '\u00a0"a"\u2003, \x1f"b"\t',
  'W/"etag", w/"b", W/"c"d"',
  '"line\nbreak", "b"\n',
  '"é", "€"',
  '*\n',
  '**',
];

function mixedLists(): string[] {
  const random = new Random(7232);
  return Array.from({ length: 16 }, () => {
    const pieces = Array.from({ length: 1 + random.below(5) }, () => random.pick(TAGS));
    return pieces.join(random.pick([',', ', ', ' ,', ';', ',,']));
  });
}

/** The 50 cases of suite django-etags. */
export function etagCases(): Case[] {
  return [...calls('quote_etag', TAGS), ...calls('parse_etags', [...LISTS, ...mixedLists()])];
}

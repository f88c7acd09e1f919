/**
 * URLconfs that chance writes: overlapping entries in any order.
 *
 * @module
 */

import { Random } from '../../cases/random.ts';
import type { Entry, EntryOptions, Target, Urlconfs } from './urlconfs.ts';

const HOW_MANY = 7;
const WORDS = ['a', 'b', 'ab', 'x-y', '10', 'é', ''];
const PARAMETERS = ['int:n', 'str:s', 'slug:t', 'path:p', 's', 'odd:o', 'uuid:u'];
const EXPRESSIONS = ['(?P<n>[0-9]+)', '([a-z]+)', '(?:(?P<s>[^/]+)/)?', '[ab]', '.', '(?P<t>a|b)'];

function segment(random: Random, taken: string[]): string {
  const parameter = random.pick(PARAMETERS);
  const name = parameter.replace(/.*:/, '');
  if (random.once(2) || taken.includes(name)) return random.pick(WORDS);
  taken.push(name);
  const word = random.once(6) ? random.pick(WORDS) : '';
  return `${word}<${parameter}>`;
}

function route(random: Random): string {
  const taken: string[] = [];
  const segments = Array.from({ length: 1 + random.below(3) }, () => segment(random, taken));
  return segments.join('/') + random.pick(['/', '/', '']);
}

function expression(random: Random): string {
  const seen = new Set<string>();
  const pieces = Array.from({ length: 1 + random.below(3) }, () =>
    random.pick([...EXPRESSIONS, 'a/', 'b/']),
  );
  const once = pieces.filter((piece) => {
    const name = /\?P<(\w)>/.exec(piece)?.[1] ?? '';
    const again = name !== '' && seen.has(name);
    seen.add(name);
    return !again;
  });
  return `${random.pick(['^', '^', ''])}${once.join('')}${random.pick(['/$', '$', '', '/'])}`;
}

function entry(random: Random, at: number, leaves: readonly string[]): Entry {
  const options: EntryOptions = {
    ...(!random.once(5) && { name: `n${random.below(6)}` }),
    ...(random.once(6) && {
      kwargs: [[random.pick(['n', 's', 'k']), random.pick(['1', 2, true])]],
    }),
  };
  const target: Target =
    leaves.length > 0 && random.once(4)
      ? {
          include: random.pick(leaves),
          as: random.pick(['module', 'list'] as const),
          ...(random.once(2) && { namespace: random.pick(['m', 'k']) }),
        }
      : `view${at}`;
  const isInclude = typeof target !== 'string';
  const named =
    isInclude && target.as === 'list' ? { include: target.include, as: target.as } : target;
  if (random.once(4)) return ['re_path', expression(random), named, options];
  return [
    'path',
    route(random),
    named,
    isInclude ? { ...(options.kwargs && { kwargs: options.kwargs }) } : options,
  ];
}

/** URLconfs that chance writes, by name; each includes others of its own. */
export function randomUrlconfs(): Urlconfs {
  const random = new Random(3986);
  const made: Urlconfs = {};
  for (let number = 1; number <= HOW_MANY; number += 1) {
    const leaves = ['one', 'two'].map((leaf) => `${leaf} of random ${number}`);
    for (const leaf of leaves) {
      made[leaf] = {
        app_name: `app${leaf.startsWith('one') ? 1 : 2}`,
        patterns: Array.from({ length: 4 }, (_, at) => entry(random, at + 20, [])),
      };
    }
    made[`random ${number}`] = {
      patterns: Array.from({ length: 6 + random.below(8) }, (_, at) => entry(random, at, leaves)),
    };
  }
  return made;
}

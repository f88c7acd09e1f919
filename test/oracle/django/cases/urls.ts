/**
 * Cases of addresses: a path and what it resolves to, a name and the path it comes from.
 *
 * @module
 */

import { Random } from '../../cases/random.ts';
import type { Case, Json } from '../../model.ts';
import { parametersOf, pathOf, valueOf } from './url-samples.ts';
import { brokenUrlconfs } from './urlconfs-hostile.ts';
import { allUrlconfs, type Entry, ROOTS, type Urlconfs } from './urlconfs.ts';

/** How many paths and names are asked of a URLconf that has something to say, and of any other. */
const MANY = { paths: 74, names: 47 };
const FEW = { paths: 7, names: 5 };
const SIMPLE = ['root', 'empty'];

/** Paths that chance would not find. */
const CHOSEN: [urlconf: string, path: string][] = [
  ['repeats', '/ab/'],
  ['repeats', '/ba/'],
  ['repeats', '/1-2-/'],
  ['repeats', '/xxx/'],
  ['repeats', '/yyy/'],
  ['repeats', '/1234'],
  ['repeats', '/é_9 ٣'],
  ['repeats', '/case/WORD/'],
  ['repeats', '/caſe/K/'],
  ['custom', '/inner/xy/'],
  ['custom', '/boom/x/'],
  ['converters', '/path/a/end/end/'],
  ['regexes', '/somewhere/anywhere/12/and/more'],
];
const TRIES = 400;
/** Of so many misses one is compared with its whole message. */
const SAID = 8;

const NOISE = [
  '/',
  '',
  '//',
  '/x/',
  '/ ',
  '/\n',
  '/é/',
  '/a/b/c/d/',
  '/%41/',
  'x',
  '/?a=1',
  '/.',
  '/\0',
];
const ENDS = ['', '', '', '', '/', 'x', '\n', '//', '?', ' '];

function distorted(random: Random, path: string): string {
  switch (random.below(16)) {
    case 0:
      return path.toUpperCase();
    case 1:
      return path.slice(0, -1);
    case 2:
      return path.replace('/', '//');
    case 3:
      return path + random.pick(ENDS);
    default:
      return path;
  }
}

function unique<Item>(count: number, draw: (attempt: number) => Item): Item[] {
  const found = new Map<string, Item>();
  for (let attempt = 0; found.size < count; attempt += 1) {
    const item = draw(attempt);
    found.set(JSON.stringify(item), item);
  }
  return [...found.values()];
}

function resolveCases(random: Random, urlconf: string, urlconfs: Urlconfs, count: number): Case[] {
  const entries = urlconfs[urlconf]?.patterns ?? [];
  const paths = unique(count, (attempt) => {
    if (random.once(10)) return random.pick(NOISE);
    if (attempt > TRIES || entries.length === 0) return `/n${random.below(1e6)}/`;
    return `/${distorted(random, pathOf(random, entries, urlconfs))}`;
  });
  return paths.map((path, index) => ({
    id: `${urlconf}/resolve-${index + 1}`,
    urlconf,
    path,
    ...(index % SAID === 0 && { say: true }),
  }));
}

interface Named {
  /** With the namespaces before it. */
  name: string;
  view: string;
  /** From the outside in. */
  entries: Entry[];
}

function namesIn(urlconf: string, urlconfs: Urlconfs, outer: Entry[] = [], prefix = ''): Named[] {
  return (urlconfs[urlconf]?.patterns ?? []).flatMap((entry): Named[] => {
    const [, , target, options] = entry;
    const entries = [...outer, entry];
    if (typeof target === 'string') {
      return [{ name: prefix + (options?.name ?? target), view: target, entries }];
    }
    const { include, as, namespace } = target;
    const app = as === 'list' ? undefined : (urlconfs[include]?.app_name ?? 'app');
    const inner = namespace ?? app;
    return namesIn(include, urlconfs, entries, inner === undefined ? prefix : `${prefix}${inner}:`);
  });
}

const PREFIXES = ['/app/', '/é%/', '/a b', '//'];
const UNKNOWN = ['nothing', '', ':', 'a:', ':index', 'polls', 'no:such:name', 'polls:nothing'];
const CURRENT = ['more', 'other', 'shop', 'second:inner', 'x', 'uno', ''];

function drawReverse(random: Random, names: readonly Named[]): Record<string, Json> {
  const extra: Record<string, Json> = {
    ...(random.once(9) && { prefix: random.pick(PREFIXES) }),
    ...(random.once(7) && { current_app: random.pick(CURRENT) }),
  };
  if (names.length === 0 || random.once(14)) {
    return { name: `${random.pick(UNKNOWN)}${random.below(5)}`, ...extra };
  }
  const { name, view, entries } = random.pick(names);
  const asked: Json = random.once(8)
    ? { view }
    : random.once(12)
      ? name.replace(/^\w+:/, 'polls:')
      : name;
  const parameters = entries.flatMap(parametersOf).filter(() => !random.once(12));
  const isPositional = parameters.some(({ name: own }) => own === null) || random.once(4);
  if (isPositional) {
    const args = parameters.map((parameter) => valueOf(random, parameter));
    return { name: asked, args: random.once(10) ? [...args, 'more'] : args, ...extra };
  }
  const kwargs = parameters.map((parameter): Json => [parameter.name, valueOf(random, parameter)]);
  if (random.once(10)) kwargs.push(['extra', 'x']);
  const both = random.once(30) ? { args: ['x'] } : {};
  return { name: asked, kwargs: { dict: dedupe(kwargs) }, ...both, ...extra };
}

function dedupe(pairs: readonly Json[]): Json[] {
  return [...new Map((pairs as [string, Json][]).map((pair) => [pair[0], pair])).values()];
}

function reverseCases(random: Random, urlconf: string, urlconfs: Urlconfs, count: number): Case[] {
  const names = namesIn(urlconf, urlconfs);
  const drawn = unique(count, (attempt) =>
    attempt > TRIES ? { name: `nothing${random.below(1e6)}` } : drawReverse(random, names),
  );
  return drawn.map((given, index) => ({
    id: `${urlconf}/reverse-${index + 1}`,
    urlconf,
    ...given,
  }));
}

/** The URLconfs that the cases name. */
export function sharedUrlconfs(): Record<string, Json> {
  return allUrlconfs() as unknown as Record<string, Json>;
}

/** The 3,000 cases of suite django-urls, of 40 URLconfs: paths to resolve and names to reverse. */
export function urlCases(): Case[] {
  const random = new Random(2396);
  const urlconfs = allUrlconfs();
  const few = [...SIMPLE, ...Object.keys(brokenUrlconfs())];
  return [
    ...CHOSEN.map(([urlconf, path], index) => ({ id: `chosen/${index + 1}`, urlconf, path })),
    ...ROOTS.flatMap((urlconf) => {
      const { paths, names } = few.includes(urlconf) ? FEW : MANY;
      return [
        ...resolveCases(random, urlconf, urlconfs, paths),
        ...reverseCases(random, urlconf, urlconfs, names),
      ];
    }),
  ];
}

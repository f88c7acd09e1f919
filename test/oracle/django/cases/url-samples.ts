/**
 * Paths and arguments that may fit the entries of a URLconf, or just miss them.
 *
 * @module
 */

import type { Random } from '../../cases/random.ts';
import type { Json } from '../../model.ts';
import type { Entry, Urlconfs } from './urlconfs.ts';

const UUID = '01234567-89ab-cdef-0123-456789abcdef';

const TEXTS: Record<string, string[]> = {
  int: [
    '42',
    '0',
    '1',
    '7',
    '12',
    '99',
    '2003',
    '2019',
    '007',
    '99999999999999999999',
    '-1',
    'x',
    '٣',
    '',
  ],
  str: ['a', 'b', 'edit', 'abc', 'a b', 'é', 'x.y', '%41', 'a/b', '', '😀'],
  slug: ['a-b_c', 'x', 'A1', '10', 'django-2-2', '_', 'é', 'a.b', ''],
  path: ['a/b/c', 'x', 'end/end', 'a//b', '', '/', 'a\nb'],
  uuid: [UUID, UUID.toUpperCase(), UUID.slice(1), UUID.replaceAll('-', '')],
  four: ['2003', '203', '20033'],
  odd: ['1', '2', '13', '14'],
  hex: ['ff', '0', 'FF', 'g'],
  any: ['', 'x/y', '...'],
  choice: ['a', 'bc', 'c', 'ab'],
  list: ['1,2', '3', ',', '1,x'],
  none: ['x', ''],
  boom: ['x', '1'],
  inner: ['xy', 'y'],
};

const VALUES: Record<string, Json[]> = {
  int: [0, 42, 2003, '7', -1, { int: '99999999999999999999' }, 1.5, true, null, ''],
  str: ['a', 'a b', 'é&?#', 'x%41y', 'a/b', '', 5, "it's", '//', '😀'],
  slug: ['a-b_c', 'A1', 'é', 'a.b'],
  path: ['a/b', 'x', '//evil', '', 'a b/ü'],
  uuid: [{ uuid: UUID }, UUID, UUID.toUpperCase(), 'x'],
  four: [2003, 3, 12345],
  odd: [1, 2, 13],
  hex: [255, 0],
  any: ['', 'x/y'],
  choice: ['a', 'bc', 'c'],
  list: [[1, 2], [3], []],
  none: ['x', null],
  boom: ['x'],
  inner: ['xy'],
};

const COMPONENT = /<(?:([^>:]+):)?([^>]+)>/g;
const GROUP = /\((?:\?P<(\w+)>)?([^()?][^()]*)\)/g;

/** What a route or an expression captures: its converter, and its name if it has one. */
export interface Parameter {
  converter: string;
  name: string | null;
}

/** What an entry captures. */
export function parametersOf([kind, route]: Entry): Parameter[] {
  if (kind === 'path') {
    return Array.from(route.matchAll(COMPONENT), ([, converter = 'str', name = '']) => ({
      converter: converter in TEXTS ? converter : 'str',
      name,
    }));
  }
  return Array.from(route.matchAll(GROUP), ([, name, inside = '']) => ({
    converter: /[0-9d]/.test(inside) ? 'int' : 'str',
    name: name ?? null,
  }));
}

/** A value for a parameter, as a view would hold it. */
export function valueOf(random: Random, { converter }: Parameter): Json {
  const values = VALUES[converter] ?? [];
  return random.once(2) ? (values[0] ?? null) : random.pick(values);
}

/** A path that an entry, or what it includes, could match. */
export function pathOf(random: Random, entries: readonly Entry[], urlconfs: Urlconfs): string {
  if (entries.length === 0) return '';
  const [kind, route, target] = random.pick(entries);
  const own = kind === 'path' ? fillRoute(random, route) : fillExpression(random, route);
  if (typeof target === 'string') return own;
  return own + pathOf(random, urlconfs[target.include]?.patterns ?? [], urlconfs);
}

function textOf(random: Random, converter: string): string {
  const texts = TEXTS[converter] ?? ['x', '1'];
  return random.once(2) ? (texts[0] ?? '') : random.pick(texts);
}

function fillRoute(random: Random, route: string): string {
  return route.replaceAll(COMPONENT, (_, converter = 'str') => textOf(random, String(converter)));
}

const FILLERS: [RegExp, (random: Random) => string][] = [
  [/\(\?:?[=!<#i][^()]*\)/g, () => ''],
  [/\[0-9\]|\\d/g, (random) => random.pick(['4', '7', '٣'])],
  [/\[[^\]]*\]|\\w|\./g, (random) => random.pick(['a', 'b', '-', 'x', 'ü'])],
  [/\\s/g, () => ' '],
  [/\(\?P<\w+>|\(\?P=\w+\)|\(\?:|[()]/g, () => ''],
  [/[*?]\??/g, () => ''],
  [/\{(\d)[^}]*\}/g, () => ''],
  [/[$^+]|\\[AZbB]/g, () => ''],
  [/\\(.)/g, () => '.'],
];

function fillExpression(random: Random, expression: string): string {
  const [branch = ''] = random.once(2) ? expression.split('|') : [expression];
  return FILLERS.reduce(
    (text, [pattern, fill]) => text.replaceAll(pattern, () => fill(random)),
    repeatCounted(branch),
  );
}

function repeatCounted(expression: string): string {
  return expression.replaceAll(/(\[[^\]]*\]|\\?.)\{(\d)[^}]*\}/g, (_, piece, count) =>
    String(piece).repeat(Number(count)),
  );
}

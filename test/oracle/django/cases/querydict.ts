/**
 * Cases of QueryDict: query strings that were written by nobody's rules, and every way to look
 * at one and to change it, allowed or not.
 *
 * @module
 */

import { Random } from '../../cases/random.ts';
import type { Case, Json } from '../../model.ts';

const QUERIES: Json[] = [
  '',
  '&',
  '&&a&&',
  '=',
  '==',
  '=a',
  'a',
  'a=',
  'a=1&a=2&b=3',
  'a=1;b=2',
  'a=1&amp;b=2',
  'a==b=c',
  'a+b=c+d%2B',
  'a%20b=c%26d%3De',
  'a[]=1&a[]=2&a%5B0%5D=3',
  '%',
  '%%',
  '%zz=%4',
  '%c3%a9=%C3%A9&é=€',
  'a=%ff&%fe=b',
  'a=%e2%82&b=%ed%a0%80&c=%f0%9f%98%80',
  'a=%00%0d%0a%1f',
  'a=\r\nSet-Cookie: x=1',
  'é=%C3é%A9',
  '%u20ac=%u20ac',
  'a=😀&😀=%F0%9F%98',
  'q=\'"\\<>`{}|^~',
  '__proto__=1&constructor=2&toString=3&hasOwnProperty=4&length=5',
  '10=a&9=b&1=c&x=d&-1=e',
  '?a=1',
  'a=1#b=2',
  'a=lone\ud800&b=1',
  { bytes: 'a=1&b=\xe9' },
  { bytes: 'a=\xc3\xa9&b=%C3%A9' },
  { bytes: '\xff\xfe=\x80' },
  { bytes: 'a=\xe2\x82&b=\xa0' },
  { bytes: '' },
  null,
];

const LOOKS: Json[][] = [['lists'], ['items'], ['urlencode'], ['repr']];

function readCases(): Case[] {
  return QUERIES.map((query, index) => ({ id: `read/${index + 1}`, query, steps: LOOKS }));
}

function dictCases(): Case[] {
  return [
    { id: 'dict/words', query: 'b=1&a=2&b=3&__proto__=4', steps: [['dict']] },
    { id: 'dict/integers', query: '10=a&9=b&x=c&1=d', steps: [['dict'], ['keys']] },
  ];
}

const CHARSETS = [
  'latin-1',
  'ISO_8859-1',
  'ascii',
  'utf-16',
  'utf-16-le',
  'UTF-16BE',
  'windows-1251',
  'cp1252',
  'koi8-r',
  'iso-8859-15',
  'iso-8859-9',
  'shift_jis',
  'euc-jp',
  'utf8',
  'U8',
  'utf 8',
  'latin2',
  'no-such-charset',
  'hex',
  'rot13',
];
const CODED: Json[] = [
  'a=%e9&b=%A4%98&c=1',
  { bytes: 'a=\xe9\x98&b=%E9' },
  'ab%63=%83A%8a%BF&d=%a4%a2',
];

function charsetCases(): Case[] {
  return CHARSETS.flatMap((encoding) =>
    CODED.map((query, index) => ({
      id: `charset/${encoding}/${index + 1}`,
      query,
      encoding,
      mutable: true,
      steps: [
        ['lists'],
        ['set', 'é', 'ж'],
        ['set', 'x', { bytes: 'caf\xe9' }],
        ['urlencode'],
        ['urlencode', '/é'],
      ],
    })),
  );
}

function limitCases(): Case[] {
  const many = (count: number) => Array.from({ length: count }, (_, at) => `k${at}=v`).join('&');
  const queries: [Json, Json][] = [
    ['a=1&b=2', 2],
    ['a=1&b=2&c=3', 2],
    ['a&&b', 2],
    ['&&&', 3],
    ['', 1],
    ['a=1', 0],
    ['a=1', -1],
    ['a=1&b=2&c=3', null],
    [{ bytes: 'a=%ff&b&c' }, 2],
    [many(1000), 1000],
    [many(1001), 1000],
    ['&'.repeat(1200), 1000],
  ];
  return queries.map(([query, limit], index) => ({
    id: `limit/${index + 1}`,
    query,
    settings: { DATA_UPLOAD_MAX_NUMBER_FIELDS: limit },
    steps: [['len'], ['urlencode']],
  }));
}

const CHANGES: Json[][] = [
  ['set', 'a', 'x'],
  ['delete', 'a'],
  ['delete', 'missing'],
  ['setlist', 'a', ['x', 'y']],
  ['setlistdefault', 'a', ['x']],
  ['setlistdefault', 'n'],
  ['appendlist', 'a', 'x'],
  ['setdefault', 'a', 'x'],
  ['setdefault', 'n', 'x'],
  ['pop', 'a'],
  ['pop', 'missing'],
  ['pop', 'missing', 'fallback'],
  ['popitem'],
  ['clear'],
  [
    'update',
    {
      dict: [
        ['a', 'x'],
        ['n', 'y'],
      ],
    },
  ],
  ['update', { dict: [] }],
  ['update', { query: 'a=8&n=9&n=10' }],
  ['update', { query: '' }],
];

function changeCases(): Case[] {
  return [false, true].flatMap((mutable) =>
    CHANGES.map((step, index) => ({
      id: `change/${mutable ? 'mutable' : 'immutable'}-${index + 1}`,
      query: 'a=1&a=2&b=3',
      mutable,
      steps: [step, ['lists']],
    })),
  );
}

const COPIES = ['copy', 'copy.copy', 'copy.deepcopy'];

function copyCases(): Case[] {
  return COPIES.flatMap((how) =>
    [
      ['set', 'a', 'x'],
      ['appendlist', 'b', 'x'],
      ['delete', 'a'],
    ].map((step, index) => ({
      id: `${how}/${index + 1}`,
      query: 'a=1&a=2&b=%e9',
      encoding: 'latin-1',
      steps: [[how, step, ['urlencode'], ['mutable'], ['encoding']], ['lists']],
    })),
  );
}

const KEYS: Json[] = [[], ['a'], ['a', 'b', 'a'], 'aba', ['é', { bytes: '\xe9' }], ['__proto__']];

function fromKeysCases(): Case[] {
  const options: Json[] = [
    {},
    { value: 'v' },
    { value: { bytes: '\xe9' }, encoding: 'latin-1' },
    { mutable: true },
    { value: null, mutable: true },
  ];
  return KEYS.flatMap((keys, at) =>
    options.map((given, index) => ({
      id: `fromkeys/${at + 1}-${index + 1}`,
      keys,
      ...(given as Record<string, Json>),
      steps: [['lists'], ['set', 'n', '1'], ['urlencode']],
    })),
  );
}

const SAFES = ['/', '', ' +', '/é:', '%', '=&', '~'];

function writeCases(): Case[] {
  const query = 'next=/a%26b/é+%2B~&x==%25:%20&__proto__=[]';
  return SAFES.map((safe, index) => ({
    id: `urlencode/${index + 1}`,
    query,
    steps: [['urlencode', safe]],
  }));
}

const HELD: Json[] = ['x', '', 'é&=', 5, 1.5, true, null, { bytes: 'caf\xe9' }, ['l'], "it's"];

function step(random: Random): Json[] {
  const key: Json = random.pick<Json>(['a', 'b', 'c', 'é', '', { bytes: '\xc3\xa9' }]);
  const value = random.pick(HELD);
  switch (random.below(16)) {
    case 0:
    case 1:
      return ['set', key, value];
    case 2:
      return ['setlist', key, random.some(HELD, 3)];
    case 3:
      return random.once(2) ? ['setlistdefault', key] : ['setlistdefault', key, [value]];
    case 4:
    case 5:
      return ['appendlist', key, value];
    case 6:
      return random.once(2) ? ['setdefault', key] : ['setdefault', key, value];
    case 7:
      return random.once(2) ? ['pop', key] : ['pop', key, value];
    case 8:
      return [random.pick(['popitem', 'clear', 'len', 'mutable'])];
    case 9:
      return ['update', random.pick<Json>([{ query: 'a=7&d=8&a=9' }, { dict: [['b', value]] }])];
    case 10:
      return ['delete', key];
    case 11:
      return ['getlist', key, ...random.some<Json>([['d'], null], 1)];
    case 12:
      return ['get', key, ...random.some<Json>(['fallback', null, 0], 1)];
    default:
      return [random.pick(['item', 'contains']), key];
  }
}

function walkCases(count: number): Case[] {
  const random = new Random(2228);
  const starts = ['', 'a=1&a=2&b=3', 'c=%C3%A9&c=&%C3%A9=x', 'a=&b&c=0'];
  return Array.from({ length: count }, (_, index) => ({
    id: `walk/${index + 1}`,
    query: random.pick(starts),
    mutable: !random.once(8),
    steps: [
      ...Array.from({ length: 6 }, () => step(random)),
      [random.pick(['keys', 'values', 'items', 'dict', 'repr'])],
      ['urlencode'],
    ],
  }));
}

/** The 300 cases of suite django-querydict. */
export function queryDictCases(): Case[] {
  const listed = [
    ...readCases(),
    ...dictCases(),
    ...charsetCases(),
    ...limitCases(),
    ...changeCases(),
    ...copyCases(),
    ...fromKeysCases(),
    ...writeCases(),
  ];
  return [...listed, ...walkCases(300 - listed.length)];
}

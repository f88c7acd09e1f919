/**
 * Odd statuses, odd headers, and lengths that lie.
 *
 * @module
 */

import type { Case, Json } from '../model.ts';
import { application, generator, handled, list, type StepJson } from './describe.ts';

const STATUSES: Json[] = [
  '200 OK',
  '404 Not Found',
  '200 ',
  '200',
  '20',
  '',
  '2000 OK',
  '200OK',
  ' 200 OK',
  '99 Low',
  '000 Zero',
  '999 High',
  'abc OK',
  '-20 OK',
  '200\tOK',
  '200  OK',
  '200 O\tK',
  '200 OK\r\nX: 1',
  '²³¹ Up',
  '٢٠٠ Arabic',
  '½00 Half',
  '200 é',
  '200 €',
  '204 No Content',
  '304 Not Modified',
  '100 Continue',
  '20é OK',
  '2 0 OK',
  '200 OK ',
  '200 OK\n',
  null,
  200,
  { bytes: '200 OK' },
  ['200 OK'],
];

/** Each status with one block. */
export function statusCases(): Case[] {
  return STATUSES.map((status, index) =>
    handled(`status/${index + 1}`, application([['start', status, []]], list('a'))),
  );
}

const HEADERS: Json[] = [
  [],
  [['A', 'b']],
  [
    ['a', '1'],
    ['A', '2'],
  ],
  [['Date', 'D']],
  [
    ['date', 'd'],
    ['DATE', 'e'],
  ],
  [['Server', 'S']],
  [['server', '']],
  [['Connection', 'close']],
  [['connection', 'x']],
  [['Trailer', 't']],
  [['Trailers', 't']],
  [['Transfer-Encoding', 'chunked']],
  [['Keep-Alive', '1']],
  [['TE', 't']],
  [['Upgrade', 'u']],
  [['Proxy-Authenticate', 'p']],
  [['Proxy-Authorization', 'p']],
  [
    ['A', 'b'],
    ['Upgrade', 'u'],
  ],
  [['', '']],
  [['X A:', 'v']],
  [['A', '']],
  [['A', ' b ']],
  [['A', 'é']],
  [['A', '€']],
  [['€', 'a']],
  [['É', 'é']],
  [['A', 'a\r\nX-Injected: 1']],
  [['A', 'a\nb']],
  [['A', 'a\0b']],
  [['A', 'a\x7fb']],
  [['A', 'a\tb']],
  [['A\n', 'b']],
  [['A', null]],
  [['A', 5]],
  [['A', { bytes: 'b' }]],
  [[null, 'b']],
  [[{ bytes: 'A' }, 'b']],
  [['A']],
  [['A', 'b', 'c']],
  [['A', 'b'], 'cd'],
  ['ab'],
  ['abc'],
  [5],
  [null],
  { tuple: [] },
  { tuple: [['A', 'b']] },
  { dict: [['A', 'b']] },
  { dict: [] },
  null,
  'text',
  '',
  5,
  0,
  [['Status', '404 Not Found']],
  [
    ['Set-Cookie', 'a=1'],
    ['Set-Cookie', 'b=2'],
  ],
  [['Content-Type', 'text/html; charset=utf-8']],
];

/** Each header list with one block. */
export function headerCases(): Case[] {
  return HEADERS.map((headers, index) =>
    handled(`headers/${index + 1}`, application([['start', '200 OK', headers]], list('a'))),
  );
}

const LENGTHS = [null, '0', '3', '6', '30', '', 'x', '-1'];

/** Each length that an application may claim, with bodies of many shapes. */
export function lengthCases(): Case[] {
  const bodies: [string, Json, StepJson[]][] = [
    ['nothing', list(), []],
    ['one block', list('abcdef'), []],
    ['two blocks', list('abc', 'def'), []],
    ['write and block', list('def'), [['write', 'abc']]],
    ['generator', generator(['yield', 'abc'], ['sent'], ['yield', 'def'], ['sent']), []],
  ];
  return LENGTHS.flatMap((length) =>
    bodies.map(([name, result, more]) => {
      const headers = length === null ? [] : [['content-length', length]];
      return handled(
        `length/${length === null ? 'none' : `"${length}"`}, ${name}`,
        application([['start', '200 OK', headers], ...more], result),
      );
    }),
  );
}

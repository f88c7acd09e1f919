/**
 * Cases of addresses: between IRIs and URIs, escapes, query strings, and where a redirect leads.
 *
 * @module
 */

import type { Case, Json } from '../../model.ts';
import { calls, callsWith } from './calls.ts';

const IRIS: Json[] = [
  '',
  '/I ♥ Django/',
  '/%C3%A9/%zz/%',
  "/#%[]=:;$&()+,!?*@'~-._",
  '/a\\b^c`d{e|f}<g>"h"',
  '/new\r\nline\t\0',
  '/😀/é',
  '/lone\ud800x',
  null,
];
const URIS: Json[] = [
  '',
  '/I%20%E2%99%A5%20Django/',
  '/%41%7e%7E%2D%2d%5f/',
  '/%2F%25%20%3F/',
  '/%c3%a9%C3',
  '/%E2%82/%ff%FE/%f0%9f%98%80',
  '/é%zz%',
  '/%%41%4',
  '/%ed%a0%80/%c0%af',
  null,
];
const PATHS: Json[] = [
  '/a b;c=d?e#f/g',
  "/:@&+$,-_.!~*'()",
  '/%41/é/\\',
  '//evil.test/..;/\r\nx',
  '',
];
const FILES: Json[] = ['C:\\dir\\ä b.txt', "it's/a (1)~!*.txt", '/é?#%', '', null];
const BYTES = [
  '/abc',
  '/é',
  '/\xe2\x82\xac\xe2\x82',
  '\xff\xfe%41',
  '\xed\xa0\x80\xc0\xaf',
  '\xf0\x9f\x98\x80\xf4\x90',
];

const SAFE: Json[][] = [
  ['/path', 'testserver'],
  ['', 'testserver'],
  [null, 'testserver'],
  ['http://testserver/x', 'testserver'],
  ['https://testserver/x', ['testserver', 'other']],
  ['http://testserver/x', ['testserver'], true],
  ['//testserver/x', 'testserver'],
  ['//testserver/x', 'testserver', true],
  ['//evil.test', 'testserver'],
  ['///evil.test', 'testserver'],
  ['http:///evil.test', 'testserver'],
  ['http:\\\\evil.test', 'testserver'],
  ['\\\\evil.test', 'testserver'],
  ['/\\evil.test', 'testserver'],
  ['javascript:alert(1)', 'testserver'],
  ['\x08//evil.test', 'testserver'],
  ['\u00a0 /padded\x1c', 'testserver'],
  ['\u00ad/soft', null],
  ['http://[::1/x', '[::1]'],
  ['http://[::1]:80/x', ['[::1]:80']],
  ['http://testserver@evil.test/', 'testserver'],
  ['http://testserver\\@evil.test/', 'testserver'],
  ['HTTP://testserver', 'testserver'],
  ['1http://testserver', 'testserver'],
  ['ht\ntp://testserver', 'testserver'],
  ['?q=//evil.test', null],
  ['view/?to=http://evil.test', null],
  ['path:with:colons', 'testserver'],
  [':80', 'testserver'],
  ['ftp:x', 'testserver'],
];

const QUERIES: Json[][] = [
  [
    {
      dict: [
        ['a', 1],
        ['b', 'x y&=é'],
        ['c', true],
        ['d', 1.5],
      ],
    },
  ],
  [[]],
  [{ dict: [['a', ['1', '2']]] }],
  [{ dict: [['a', ['1', 2, { bytes: '\xff' }]]] }, true],
  [{ dict: [['a', null]] }],
  [{ dict: [['a', ['x', null]]] }, true],
  [[{ tuple: ['a', 'b'] }, { tuple: ['a', { bytes: '\x00+' }] }]],
  [{ dict: [['é', { tuple: ["it's", 'b'] }]] }],
  [
    {
      dict: [
        ['a', []],
        ['b', ''],
      ],
    },
    true,
  ],
  [{ dict: [['a', 'lone\udfff']] }],
];

/** The 80 cases of suite django-uris. */
export function uriCases(): Case[] {
  return [
    ...calls('iri_to_uri', IRIS),
    ...calls('uri_to_iri', URIS),
    ...calls('escape_uri_path', PATHS),
    ...calls('filepath_to_uri', FILES),
    ...calls(
      'repercent_broken_unicode',
      BYTES.map((bytes) => ({ bytes })),
    ),
    ...calls('escape_leading_slashes', ['//evil.test//', '/a//', '///', '', 'http://a']),
    ...callsWith('is_safe_url', SAFE),
    ...callsWith('urlencode', QUERIES),
  ];
}

/**
 * What headers are made of in the cases of suite django-headers.
 *
 * @module
 */

import type { Json } from '../../model.ts';

/** A value that would be two lines. */
export const CRLF = 'x\r\nX-Injected: y';

/** Environs in which there are headers, or what looks like them. */
export const ENVIRONS: [string, Json][][] = [
  [],
  [
    ['HTTP_HOST', 'a.test'],
    ['HTTP_ACCEPT_LANGUAGE', 'de'],
    ['REQUEST_METHOD', 'GET'],
    ['CONTENT_TYPE', 'text/plain'],
    ['CONTENT_LENGTH', '5'],
  ],
  [
    ['CONTENT_TYPE', 'a'],
    ['HTTP_CONTENT_TYPE', 'b'],
    ['HTTP_CONTENT_LENGTH', '7'],
  ],
  [
    ['HTTP_', 'empty'],
    ['HTTP__', 'one'],
    ['HTTP_X__Y', 'two'],
    ['HTTP__X_', 'around'],
  ],
  [
    ['http_x', 'lower'],
    ['HTTP_x_lOwEr', 'mixed'],
    ['HTTP-X', 'hyphen'],
    ['HTTPS', 'on'],
    ['HTTP', 'x'],
  ],
  [
    ['HTTP_X_3D_MODEL', '1'],
    ['HTTP_3X', '2'],
    ["HTTP_IT'S_X.Y", '3'],
    ['HTTP_A B', '4'],
  ],
  [
    ['HTTP_X_\xc9\xc0', '1'],
    ['HTTP_\xdf\xff\xb5', '2'],
    ['HTTP_\xaa\xbaX', '3'],
  ],
  [
    ['HTTP_X', '1'],
    ['HTTP_x', '2'],
    ['HTTP_Y', ''],
  ],
  [
    ['HTTP___PROTO__', '1'],
    ['HTTP_CONSTRUCTOR', '2'],
    ['HTTP_COOKIE', 'a=1'],
    ['REMOTE_USER', 'x'],
  ],
  [
    ['HTTP_X_EVIL', 'a\r\nX-Injected: b'],
    ['HTTP_X_LATIN', '\xe9'],
    ['CONTENT_TYPE', ''],
  ],
];

/** Names that a header may be given. */
export const NAMES: Json[] = [
  'X-A',
  'x-a',
  '',
  ' ',
  'X A',
  'X:A',
  'X-\xe9',
  'X-€€a',
  '😀',
  'X\r\nY',
  'X\rY',
  'X\nY',
  'X\0',
  { bytes: 'X-Bytes' },
  { bytes: 'X-\xe9' },
  { bytes: 'X\n' },
  5,
  null,
];

/** Values that a header may be given. */
export const VALUES: Json[] = [
  'plain',
  '',
  ' padded\t',
  'é\xff\x80',
  '€',
  'a € b=c?d_e',
  '日本語のとても長い見出し',
  '😀',
  'x'.repeat(200) + '€',
  'a\r\nX-Injected: b',
  'a\nb',
  'a\rb',
  '€\nb',
  'a\0\x0b\x0c\x7f',
  '€\u2028X-Injected: b',
  '€\x85 b\x1cc\u2029',
  '\u2028€',
  'lone\ud800',
  { bytes: 'bytes\xe9' },
  { bytes: 'a\r\nb' },
  5,
  -1.5,
  true,
  null,
  ['a', 'b'],
  { dict: [['a', 1]] },
  { tuple: ['a'] },
  { int: '123456789012345678901234567890' },
];

/** What a response may be made with. */
export const MAKES: Json[] = [
  {},
  { content_type: 'text/plain' },
  { content_type: '' },
  { content_type: 'text/plain; charset=latin-1' },
  { content_type: 'text/plain; charset="UTF-16"; x=y' },
  { content_type: 'text/plain;charset=' },
  { content_type: 'text/plain; CHARSET=ascii;q' },
  { content_type: CRLF },
  { content_type: 'text/€' },
  { content_type: 5 },
  { content_type: { bytes: 'text/plain' } },
  { charset: 'latin-1' },
  { charset: CRLF },
  { charset: 'no-such-charset' },
  { charset: 'koi8-r', content_type: 'text/plain; charset=utf-8' },
  { status: 404 },
  { status: '404' },
  { status: ' 4_04\n' },
  { status: '٤٠٤' },
  { status: 404.9 },
  { status: 418 },
  { status: 599 },
  { status: 99 },
  { status: 600 },
  { status: -200 },
  { status: 0 },
  { status: '' },
  { status: 'abc' },
  { status: '404.0' },
  { status: '200 OK\r\nX: y' },
  { status: { float: 'nan' } },
  { reason: CRLF },
  { reason: '' },
  { reason: 'Ünüsual €', status: 299 },
];

/** Bodies of a response. */
export const BODIES: Json[] = [
  'text é',
  '€',
  { bytes: '\xff' },
  5,
  null,
  true,
  ['a', { bytes: 'b' }, 5, 'é'],
  [],
  {
    dict: [
      ['a', 1],
      ['b', 2],
    ],
  },
  { tuple: ['x', 'y'] },
];

/** Where a redirect may lead. */
export const TARGETS = [
  '/',
  '',
  '/é/?ü=€',
  '/a b"<>\\^`{|}',
  '/%zz%C3',
  CRLF,
  '/x\nSet-Cookie: a=b',
  'http://other.test/',
  'HTTPS://x',
  'ftp://x',
  '//evil.test',
  'javascript:alert(1)',
  'JAVAscript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,x',
  'mailto:a@b.test',
  'x-y+z.1:opaque',
  'http:x',
  ':x',
  '1a:x',
  '?javascript:x',
  'http://[::1',
  '//\u2100/',
];

/** Names of files. */
export const FILES = [
  'a.txt',
  'a.tar.gz',
  'a.TGZ',
  'a.html',
  'a',
  '',
  '.htaccess',
  'dir/a.pdf',
  'ä €.csv',
  'quo"te;x=y.png',
  'line\r\nX-Injected: y.txt',
  'back\\slash.js',
  "it's.json.xz",
  '😀.unknown',
];

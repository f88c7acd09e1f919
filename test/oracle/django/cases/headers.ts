/**
 * Cases of headers: those of a request, found among the keys of its environ, and those of a
 * response, set through every door there is.
 *
 * @module
 */

import { Random } from '../../cases/random.ts';
import type { Case, Json } from '../../model.ts';

const ENVIRONS: [string, Json][][] = [
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

function requestCases(): Case[] {
  const names = ['host', 'Content-Type', 'CONTENT_TYPE', 'content-length', 'X', 'missing', ''];
  return ENVIRONS.flatMap((environ, at) => [
    { id: `request/${at + 1}`, environ, steps: [['items'], ['len'], ['repr']] },
    {
      id: `request/${at + 1}-lookups`,
      environ,
      steps: names.flatMap((name) => [
        ['get', name],
        ['item', name],
        ['contains', name.toUpperCase()],
      ]),
    },
  ]);
}

const NAMES: Json[] = [
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

const VALUES: Json[] = [
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

const LOOKS: Json[] = [['items'], ['serialize_headers']];

function setterCases(): Case[] {
  return [
    ...NAMES.map((name, index) => ({
      id: `name/${index + 1}`,
      steps: [['set', name, '1'], ['setdefault', name, '2'], ...LOOKS] as Json[],
    })),
    ...VALUES.map((value, index) => ({
      id: `value/${index + 1}`,
      steps: [['set', 'X', value], ['get', 'x'], ...LOOKS] as Json[],
    })),
    ...VALUES.slice(3, 19).map((value, index) => ({
      id: `setdefault/${index + 1}`,
      steps: [
        ['setdefault', 'X', value],
        ['setdefault', 'content-type', value],
        ...LOOKS,
      ] as Json[],
    })),
  ];
}

const CRLF = 'x\r\nX-Injected: y';

const MAKES: Json[] = [
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

function makeCases(): Case[] {
  const steps: Json[] = [['status'], ['reason'], ['charset'], ...LOOKS, ['repr']];
  return MAKES.map((options, index) => ({ id: `make/${index + 1}`, options, steps }));
}

const BODIES: Json[] = [
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

function bodyCases(): Case[] {
  return ['utf-8', 'latin-1', 'utf-16'].flatMap((charset) =>
    BODIES.map((content, index) => ({
      id: `body/${charset}-${index + 1}`,
      content,
      options: { charset },
      steps: [['content'], ['write', 'ß'], ['write', content], ['tell'], ['serialize']] as Json[],
    })),
  );
}

const TARGETS = [
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

function redirectCases(): Case[] {
  return TARGETS.map((target, index) => ({
    id: `redirect/${index + 1}`,
    class: index % 2 === 0 ? 'HttpResponseRedirect' : 'HttpResponsePermanentRedirect',
    content: target,
    steps: [['url'], ['status'], ['items'], ['repr']] as Json[],
  }));
}

function kindCases(): Case[] {
  const kinds = [
    'HttpResponseBadRequest',
    'HttpResponseForbidden',
    'HttpResponseNotFound',
    'HttpResponseGone',
    'HttpResponseServerError',
    'HttpResponseNotModified',
    'StreamingHttpResponse',
  ];
  const methods: Json[] = [[], ['GET'], ['GET', 'POST'], ['GET\r\nX: y'], ['€']];
  return [
    ...kinds.map((kind) => ({
      id: `kind/${kind}`,
      class: kind,
      steps: [['status'], ['reason'], ['items'], ['content'], ['write', 'x'], ['tell']] as Json[],
    })),
    { id: 'kind/304 with a body', class: 'HttpResponseNotModified', content: 'x', steps: [] },
    {
      id: 'kind/304 filled later',
      class: 'HttpResponseNotModified',
      steps: [['set_content', ''], ['set_content', 'x'], ['content'], ['repr']] as Json[],
    },
    ...methods.map((content, index) => ({
      id: `kind/405-${index + 1}`,
      class: 'HttpResponseNotAllowed',
      content,
      steps: [['items'], ['repr']] as Json[],
    })),
  ];
}

const FILES = [
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

function fileCases(): Case[] {
  return FILES.flatMap((name, index) => [
    {
      id: `file/${index + 1}`,
      class: 'FileResponse',
      content: { bytes: 'abc' },
      options: { filename: name, as_attachment: true },
      steps: [['items']] as Json[],
    },
    {
      id: `file/${index + 1}-own`,
      class: 'FileResponse',
      content: { bytes: 'abc' },
      named: name,
      options: { as_attachment: index % 2 === 0, content_type: index % 3 === 0 ? 'x/y' : null },
      steps: [['items']] as Json[],
    },
  ]);
}

function walkCases(count: number): Case[] {
  const random = new Random(7230);
  const names = ['X-A', 'x-a', 'Content-Type', 'CONTENT-TYPE', 'Vary'];
  const step = (): Json => {
    const name = random.pick(names);
    switch (random.below(8)) {
      case 0:
        return ['delete', name];
      case 1:
        return ['set_reason', random.pick<Json>(['Fine', '', null, CRLF])];
      case 2:
        return ['set_charset', random.pick<Json>(['ascii', 'utf-8', null])];
      case 3:
        return ['get', name, ...random.some<Json>(['fallback', null], 1)];
      case 4:
        return [random.pick(['item', 'contains']), name];
      case 5:
        return ['setdefault', name, random.pick(VALUES)];
      default:
        return ['set', name, random.pick(VALUES)];
    }
  };
  return Array.from({ length: count }, (_, index) => ({
    id: `walk/${index + 1}`,
    steps: [
      ...Array.from({ length: 7 }, step),
      ['items'],
      ['reason'],
      ['charset'],
      ['repr'],
    ] as Json[],
  }));
}

/** The 300 cases of suite django-headers. */
export function headerCases(): Case[] {
  const listed = [
    ...requestCases(),
    ...setterCases(),
    ...makeCases(),
    ...bodyCases(),
    ...redirectCases(),
    ...kindCases(),
    ...fileCases(),
  ];
  return [...listed, ...walkCases(300 - listed.length)];
}

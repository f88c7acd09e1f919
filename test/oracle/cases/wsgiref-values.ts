/**
 * Cases of wsgiref's headers and util.
 *
 * @module
 */

import type { Case, Json } from '../model.ts';
import { Random } from './random.ts';

const NAMES = ['A', 'a', 'Content-Type', 'content-type', 'X-B', 'x_b', '', 'É', 'Set-Cookie'];
const TEXTS = ['', '1', 'text/plain', 'a"b', 'a\\b', 'a; b=c', 'é', '€', "it's", ' a ', '\t'];
const HELD: Json[] = [...TEXTS, ...TEXTS, null, 5, { bytes: 'ab' }, ['l'], true];
const PARAMETERS: Json[] = [
  [],
  [['filename', 'a.txt']],
  [
    ['filename', 'a "b".txt'],
    ['max_age', '5'],
  ],
  [['flag', null]],
  [['empty', '']],
  [['a_b_c', 'x\\y']],
  [['n', 5]],
];
const STARTS: Json[] = [
  null,
  [],
  [['A', '1']],
  [
    ['A', '1'],
    ['a', '2'],
    ['B', '3'],
  ],
  [
    ['Content-Type', 'text/plain'],
    ['Set-Cookie', 'a=1'],
    ['Set-Cookie', 'b=2'],
  ],
  [
    ['x', "it's"],
    ['y', 'é'],
  ],
];
const REFUSED: Json[] = [
  { tuple: [] },
  { dict: [['A', '1']] },
  'text',
  '',
  5,
  true,
  false,
  0,
  [['A', 5]],
  [['A', null]],
  [[{ bytes: 'A' }, '1']],
  [['A']],
  [['A', '1', '2']],
  ['ab'],
  ['abc'],
  ['a'],
  [5],
  [null],
  { bytes: 'ab' },
];

function headerStep(random: Random): Json {
  const name = random.pick(NAMES);
  switch (random.below(9)) {
    case 0:
      return ['get', name, ...random.some<Json>(['fallback', null, 7], 1)];
    case 1:
      return ['set', name, random.pick(HELD)];
    case 2:
      return ['delete', name];
    case 3:
      return ['setdefault', name, random.pick(HELD)];
    case 4:
      return ['add_header', name, random.pick(HELD), { dict: random.pick(PARAMETERS) }];
    case 5:
      return [random.pick(['contains', 'get_all', 'item']), name];
    default:
      return [random.pick(['len', 'keys', 'values', 'items', 'str', 'bytes', 'repr'])];
  }
}

function headerCases(): Case[] {
  const random = new Random(3333);
  const walks = Array.from({ length: 90 }, (_, index): Case => ({
    id: `headers/walk-${index + 1}`,
    subject: 'Headers',
    start: random.pick(STARTS),
    steps: Array.from({ length: 6 }, () => headerStep(random)),
  }));
  const refused = REFUSED.map((start, index): Case => ({
    id: `headers/start-${index + 1}`,
    subject: 'Headers',
    start,
    steps: [['len']],
  }));
  const control = ['a\r\nb', 'a\0', '\x7f'].map((text, index): Case => ({
    id: `headers/control-${index + 1}`,
    subject: 'Headers',
    start: [['A', '1']],
    steps: [['set', 'B', text], ['add_header', text, '1', { dict: [] }], ['str']],
  }));
  return [...walks, ...refused, ...control];
}

const SCRIPTS = ['', '/', '/a', '/a/', '/a/../b', '//x'];
const PATHS = ['', '/', '/x', '/x/', '//x', '/x/y', '/./x', '/../x', '/x//y/', 'x', '/.'];

function pathCases(): Case[] {
  return SCRIPTS.flatMap((script) =>
    PATHS.map((path): Case => ({
      id: `shift_path_info/${script} + ${path}`,
      subject: 'shift_path_info',
      environ: [
        ['SCRIPT_NAME', script],
        ['PATH_INFO', path],
      ],
    })),
  );
}

function addressCases(): Case[] {
  const random = new Random(109);
  return Array.from({ length: 60 }, (_, index): Case => {
    const scheme = random.pick(['http', 'http', 'https', 'ftp']);
    const whole: Json[] = [
      ['wsgi.url_scheme', scheme],
      ['SERVER_NAME', random.pick(['localhost', '127.0.0.1', 'a.test', ''])],
      ['SERVER_PORT', random.pick(['80', '443', '8000', ''])],
      ['HTTP_HOST', random.pick(['b.test', 'b.test:81', ''])],
      ['SCRIPT_NAME', random.pick(['', '/app', '/a b', '/é', '/a;b=c,d', '/%41', '/€'])],
      ['PATH_INFO', random.pick(['', '/', '/x y', '/é/', '/a;b=c,d', '//x', 'x', '/?&#', '/€'])],
      ['QUERY_STRING', random.pick(['', 'a=1', 'a b', 'é', 'x=%20&y'])],
    ];
    const subject = random.pick(['request_uri', 'request_uri', 'application_uri']);
    return {
      id: `address/${index + 1}`,
      subject,
      environ: whole.filter(() => !random.once(7)),
      arguments: subject === 'request_uri' ? random.some([true, false], 1) : [],
    };
  });
}

function environCases(): Case[] {
  const schemes = [
    [],
    ...['yes', 'on', '1', 'no', '', 'YES', 'true', '0', 1, true].map((https) => [['HTTPS', https]]),
  ];
  const given: Json[][] = [
    [],
    [['SCRIPT_NAME', '/a']],
    [['PATH_INFO', '/b']],
    [
      ['SCRIPT_NAME', ''],
      ['PATH_INFO', ''],
    ],
    [['HTTPS', 'on']],
    [['wsgi.url_scheme', 'https']],
    [['wsgi.url_scheme', 'ftp']],
    [['SERVER_NAME', 'a.test']],
    [['HTTP_HOST', 'b.test']],
    [
      ['SERVER_PORT', '81'],
      ['HTTPS', '1'],
    ],
    [
      ['REQUEST_METHOD', 'POST'],
      ['SERVER_PROTOCOL', 'HTTP/1.1'],
    ],
    [
      ['wsgi.multithread', true],
      ['X', 'y'],
    ],
  ];
  return [
    ...schemes.map((environ, index): Case => ({
      id: `guess_scheme/${index}`,
      subject: 'guess_scheme',
      environ: environ as Json[],
    })),
    ...given.map((environ, index): Case => ({
      id: `setup_testing_defaults/${index + 1}`,
      subject: 'setup_testing_defaults',
      environ,
    })),
  ];
}

function smallCases(): Case[] {
  const names = [
    'Connection',
    'keep-alive',
    'TE',
    'Trailer',
    'Trailers',
    'UPGRADE',
    'Host',
    '',
    'Transfer-Encoding',
    'Proxy-Authenticate',
    'proxy-authorization',
    'Connection ',
  ];
  const moments = [
    0, 1, 951_827_696, 1_149_533_394, 1_556_668_800.9, 4_102_444_800, 253_402_300_799, 68_169_599,
  ];
  return [
    ...names.map((name): Case => ({
      id: `is_hop_by_hop/${name}`,
      subject: 'is_hop_by_hop',
      arguments: [name],
    })),
    ...moments.map((moment): Case => ({
      id: `format_date_time/${moment}`,
      subject: 'format_date_time',
      arguments: [moment],
    })),
  ];
}

function fileCases(): Case[] {
  const random = new Random(8192);
  return Array.from({ length: 19 }, (_, index): Case => {
    const close = random.once(2);
    return {
      id: `FileWrapper/${index + 1}`,
      subject: 'FileWrapper',
      data: random.pick(['', 'a', 'abcdef', 'x'.repeat(20), 'line\nline\n']),
      text: random.once(4),
      close,
      size: random.pick([null, 1, 2, 3, 6, 100, -1, 0]),
      steps: [
        random.pick(['next', 'self']),
        'closable',
        random.pick(['next', 'rest']),
        'rest',
        ...(close ? ['close', 'close'] : []),
      ],
    };
  });
}

/** The 300 cases of suite wsgiref-values. */
export function valueCases(): Case[] {
  return [
    ...headerCases(),
    ...pathCases(),
    ...addressCases(),
    ...environCases(),
    ...smallCases(),
    ...fileCases(),
  ];
}

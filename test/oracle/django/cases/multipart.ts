/**
 * Cases of forms that were posted: those that a browser sends, those that were cut off on the
 * way, and those that were made to break a parser.
 *
 * @module
 */

import { Random } from '../../cases/random.ts';
import type { Case, Json } from '../../model.ts';
import { headerCases } from './multipart-headers.ts';
import { uploadHandlerCases } from './upload-handlers.ts';
import { end, field, file, multipart, posted } from './multipart-parts.ts';

const FORM: Json[] = [field('a', '1'), field('b', 'two'), file('f', 'a.txt', 'content'), end()];

function wholeCases(): Case[] {
  const bodies: Json[][] = [
    FORM,
    [end()],
    [],
    [''],
    ['\r\n'],
    [field('a', '')],
    [field('a', ''), end()],
    [field('a', '1'), field('a', '2'), end()],
    [field('', 'x'), end()],
    [field(' a ', ' x '), end()],
    [field('\xc3\xa9', '\xe2\x82\xac'), end()],
    [field('\xe9', '\xff\xfe'), end()],
    [field('a', 'line\r\nline\r\n'), end()],
    [field('a', '\r\n'), end()],
    [field('a', '\n'), end()],
    [field('a', '--B--'), end()],
    [field('a', '--B'), field('b', '2'), end()],
    [field('a', 'x--Bx'), end()],
    ['preamble\r\n', ...FORM, 'epilogue\r\n'],
    [...FORM, ...FORM],
    [file('f', 'a.txt', ''), end()],
    [file('f', '', 'x'), end()],
    [file('f', 'a.txt', '1'), file('f', 'b.txt', '2'), file('g', 'c.txt', '3'), end()],
    [file('f', 'a.txt', 'only')],
    [file('f', 'a.txt', 'then'), field('a', '1')],
    [file('f', 'a.txt', 'x'), '--B'],
    [file('f', 'a.bin', '\x00\xff\r\n\x80'), end()],
    ['--B\nContent-Disposition: form-data; name="a"\n\n1\n--B--\n'],
    ['--B\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\n--B--'],
    ['--B Content-Disposition: form-data; name="a"\r\n\r\n1\r\n--B--'],
    ['--B\r\n\r\n1\r\n--B--\r\n'],
    ['--B\r\nX: y\r\n\r\n1\r\n--B--\r\n'],
    ['--B--\r\n', field('a', '1'), end()],
    ['--BContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--B--'],
    [field('a', '1').replaceAll('\r\n', '\r\n\r\n'), end()],
    ['--B\r\nContent-Disposition: form-data; name="a"\r\n\r\n', field('b', '2'), end()],
  ];
  return bodies.map((body, index) => multipart(`whole/${index + 1}`, body));
}

function truncatedCases(): Case[] {
  const whole = FORM.join('');
  const cuts = [1, 2, 3, 5, 20, 46, 50, 51, 52, 53, 54, 55, 56, 60, 120, 160, 190, 210];
  const lengths: Json[] = [
    '0',
    '-1',
    '-5',
    '5',
    '100',
    '99999',
    '',
    'abc',
    ' 60 ',
    '+60',
    '6_0',
    null,
  ];
  return [
    ...cuts.map((cut) => multipart(`cut/${cut}`, [whole.slice(0, cut)])),
    ...cuts.map((cut) => multipart(`cut/-${cut}`, [whole.slice(0, -cut)])),
    ...lengths.map((length, index) => ({
      ...multipart(`length/${index + 1}`, FORM),
      length,
    })),
  ];
}

const BASE64 = [
  'aGVsbG8=',
  'aGVsbG8',
  'aGVsbG8h',
  'aGVs\r\nbG8h\r\n',
  ' a G V s b G 8 = ',
  'aGVsbG8=aGVsbG8=',
  'a',
  'ab',
  'ab=',
  'ab==',
  'ab=c',
  '=',
  '====',
  '',
  '!!!!',
  'a*G*V*s',
  'aGVsbG8=trailing',
  '\xff\xfeaGVs',
  '-_-_',
];

function base64Cases(): Case[] {
  const header = 'Content-Transfer-Encoding: ';
  const spellings = ['BASE64', ' base64 ', 'base64; x=y', '7bit', '"base64"', 'base-64'];
  return [
    ...BASE64.flatMap((data, index) => [
      multipart(`base64/field-${index + 1}`, [field('a', data, `${header}base64`), end()]),
      multipart(`base64/file-${index + 1}`, [file('f', 'a', data, `${header}base64`), end()]),
    ]),
    ...spellings.map((spelling, index) =>
      multipart(`base64/spelling-${index + 1}`, [
        field('a', 'aGVs', header + spelling),
        file('f', 'a', 'aGVs', header + spelling),
        end(),
      ]),
    ),
  ];
}

function limitCases(): Case[] {
  const many = (count: number): Json => [field('k', 'v'), count];
  const runs: [Json[], Record<string, Json>][] = [
    [FORM, { DATA_UPLOAD_MAX_NUMBER_FIELDS: 2 }],
    [FORM, { DATA_UPLOAD_MAX_NUMBER_FIELDS: 1 }],
    [FORM, { DATA_UPLOAD_MAX_NUMBER_FIELDS: 0 }],
    [FORM, { DATA_UPLOAD_MAX_NUMBER_FIELDS: null }],
    [[many(1000), end()], {}],
    [[many(1001), end()], {}],
    [[many(45), end()], { DATA_UPLOAD_MAX_NUMBER_FIELDS: 45 }],
    [FORM, { DATA_UPLOAD_MAX_MEMORY_SIZE: 10 }],
    [FORM, { DATA_UPLOAD_MAX_MEMORY_SIZE: 9 }],
    [FORM, { DATA_UPLOAD_MAX_MEMORY_SIZE: 3 }],
    [FORM, { DATA_UPLOAD_MAX_MEMORY_SIZE: 0 }],
    [FORM, { DATA_UPLOAD_MAX_MEMORY_SIZE: -1 }],
    [FORM, { DATA_UPLOAD_MAX_MEMORY_SIZE: null }],
    [[file('f', 'a', 'x'.repeat(50)), end()], { DATA_UPLOAD_MAX_MEMORY_SIZE: 1 }],
    [[field('\xc3\xa9\xc3\xa9', 'x'), end()], { DATA_UPLOAD_MAX_MEMORY_SIZE: 5 }],
    [
      [field('a', 'aGVsbG8h', 'Content-Transfer-Encoding: base64'), end()],
      { DATA_UPLOAD_MAX_MEMORY_SIZE: 10 },
    ],
    [FORM, { FILE_UPLOAD_MAX_MEMORY_SIZE: 10 }],
    [FORM, { FILE_UPLOAD_MAX_MEMORY_SIZE: 0 }],
  ];
  return runs.map(([body, settings], index) => ({
    ...multipart(`limit/${index + 1}`, body),
    settings,
  }));
}

/** Bodies of more than one chunk of 64 KiB, with a separator on its edge. */
function chunkCases(): Case[] {
  const opening = file('f', 'a', '').slice(0, -2);
  const edges = [-12, -9, -6, -5, -4, -3, -2, -1, 0, 1, 2, 3];
  return [
    ...edges.map((edge) =>
      multipart(`chunk/${edge}`, [
        opening,
        ['x', 65_536 - opening.length + edge],
        `\r\n${field('a', '1')}`,
        end(),
      ]),
    ),
    multipart('chunk/no end', [opening, ['x', 131_072]]),
    multipart('chunk/raw', [['-', 70_000], '\r\n', field('a', '1'), end()]),
    multipart('chunk/long field', [field('a', '').slice(0, -2), ['y', 140_000], `\r\n${end()}`]),
    multipart('chunk/base64', [
      file('f', 'a', '', 'Content-Transfer-Encoding: base64').slice(0, -2),
      ['aGVs\r\n', 12_000],
      `\r\n${end()}`,
    ]),
  ];
}

const URLENCODED = 'application/x-www-form-urlencoded';

function formCases(): Case[] {
  const types: Json[] = [
    URLENCODED,
    `${URLENCODED}; charset=latin-1`,
    `${URLENCODED}; charset="utf-16"`,
    `${URLENCODED}; charset=no-such`,
    `${URLENCODED}; charset=hex`,
    URLENCODED.toUpperCase(),
    ` ${URLENCODED} ; x=y`,
    'text/plain',
    '',
    null,
    `${URLENCODED}; charset="latin-1`,
    `${URLENCODED}; charset="a\\"b;c"; q`,
  ];
  const bodies = ['a=1&a=%E9&b=\xe9', '&&=&', `a=${'x'.repeat(20)}`];
  const lengths: Json[] = ['-1', 'abc', '3', '30', ''];
  const methods = ['GET', 'PUT', 'post'];
  return [
    ...types.map((type, index) => posted(`form/type-${index + 1}`, type, [bodies[0] ?? ''])),
    ...bodies.map((body, index) => posted(`form/body-${index + 1}`, URLENCODED, [body])),
    ...lengths.map((length, index) => ({
      ...posted(`form/length-${index + 1}`, URLENCODED, ['a=1&b=2&c=3']),
      length,
    })),
    ...methods.map((method) => ({
      ...posted(`form/${method}`, URLENCODED, ['a=1']),
      environ: [['REQUEST_METHOD', method]],
    })),
    {
      ...posted('form/size', URLENCODED, ['a=12345']),
      settings: { DATA_UPLOAD_MAX_MEMORY_SIZE: 6 },
    },
    {
      ...posted('form/fields', URLENCODED, ['a=1&b=2&c=3']),
      settings: { DATA_UPLOAD_MAX_NUMBER_FIELDS: 2 },
    },
    {
      ...posted('form/query with a charset', `${URLENCODED}; charset=utf-8`, ['a=1']),
      environ: [['QUERY_STRING', 'a&b&c']],
      settings: { DATA_UPLOAD_MAX_NUMBER_FIELDS: 2 },
    },
  ];
}

const ORDERS: string[][] = [
  ['body', 'POST', 'FILES', 'body'],
  ['POST', 'body'],
  ['FILES', 'POST'],
  ['read', 'POST', 'FILES', 'body'],
  ['readline', 'readline', 'read', 'POST'],
  ['body', 'read', 'read', 'POST'],
  ['lines', 'POST'],
];

function orderCases(): Case[] {
  return ORDERS.flatMap((steps, index) => [
    { ...multipart(`order/multipart-${index + 1}`, FORM), steps },
    { ...posted(`order/form-${index + 1}`, URLENCODED, ['a=1\nb']), steps },
  ]);
}

const PIECES = [
  '--B\r\n',
  '--B',
  '--B--\r\n',
  '\r\n',
  '\r\n',
  '\n',
  'Content-Disposition: form-data; name="a"\r\n',
  'Content-Disposition: form-data; name="f"; filename="x"\r\n',
  'Content-Disposition: form-data; filename="x"\r\n',
  'content-type: text/x; charset=y\r\n',
  'value',
  '\r\n\r\n',
  '-',
  field('b', '2'),
];

function mixedCases(count: number): Case[] {
  const random = new Random(7578);
  return Array.from({ length: count }, (_, index) => {
    const pieces = Array.from({ length: 3 + random.below(10) }, () => random.pick(PIECES));
    return multipart(`mixed/${index + 1}`, [pieces.join('')]);
  });
}

const HOW_MANY = 360;

/** The cases of suite django-multipart: 360 forms, listed or mixed, and those of upload handlers. */
export function multipartCases(): Case[] {
  const listed = [
    ...wholeCases(),
    ...headerCases(),
    ...truncatedCases(),
    ...base64Cases(),
    ...limitCases(),
    ...chunkCases(),
    ...formCases(),
    ...orderCases(),
  ];
  return [...listed, ...mixedCases(HOW_MANY - listed.length), ...uploadHandlerCases()];
}

/**
 * Cases of cookies: headers that no browser sends, values that nobody should set, and
 * attributes that try to be headers of their own.
 *
 * @module
 */

import { Random } from '../../cases/random.ts';
import type { Case, Json } from '../../model.ts';

const HEADERS = [
  '',
  ';',
  ';;;',
  '=',
  '==',
  'a',
  'a;b',
  'a=1',
  'a=1; b=2',
  'a=1;b=2;',
  'a=1; a=2; a=3',
  'b=1; a=2; b=3',
  'a=1, b=2',
  'a = 1 ; b\t=\t2',
  '=value',
  'a==b==c',
  'a="1"; b="2;3"; c=4',
  'a="1',
  'a=1"',
  'a="',
  'a=""',
  'a="\\"',
  'a="\\""',
  'a="\\\\"',
  'a="\\054\\073\\040"',
  'a="\\400\\377\\08\\0"',
  'a="\\é\\😀\\\n\\\r\\\u2028"',
  'a="x\\\ny"',
  'a=\\054',
  'a=%20%3B; b=é; é=€😀',
  '\x1ca\x1f=\u2003b\x85; \ufeffc\ufeff=\u00a0',
  'a\u00a0b=1; c d=e f',
  'a=1\r\nSet-Cookie: b=2',
  'a=\0; \0=b',
  '$Version=1; a=1; $Path=/; $Domain=x',
  'expires=1; path=/; Secure; HttpOnly; a=1',
  '__proto__=1; constructor=2; hasOwnProperty=3; toString=4; 10=a; 9=b',
  'a[]=1; a[]=2; {"a":1}=[1,2]; (x)=<y>@z',
  'a={"b": "c", "d": [1, 2]}; e="{\\"f\\": 1}"',
  "a='1'; b='2;3'",
  'csrftoken=abc; sessionid="signed:1hLQ:x_-"; messages="[[\\"__json_message\\"\\0540\\054\\"hi\\"]]"',
  `a=${'x'.repeat(300)}; ${'b'.repeat(300)}=1`,
  'a=1;\tb=2;\nc=3',
  'a=1;= ;=;  ;b',
];

const PIECES = [
  'a',
  'b',
  '=',
  '=',
  ';',
  '; ',
  '"',
  '\\',
  '\\073',
  ' ',
  ',',
  'é',
  '\t',
  '$x',
  '\x1f',
  '1',
];

function parseCases(): Case[] {
  const random = new Random(6265);
  const mixed = Array.from({ length: 56 }, () =>
    Array.from({ length: 3 + random.below(14) }, () => random.pick(PIECES)).join(''),
  );
  return [...HEADERS, ...mixed].map((header, index) => ({ id: `parse/${index + 1}`, header }));
}

const RAW = [
  'a=\xe9; b=\xc3\xa9',
  '\xff\xfe=\xe2\x82',
  'a="\xc3\\251"; \xc3\xa9="\xe2\x82\xac"',
  'a=1; a=\x80',
  '',
];

function requestCases(): Case[] {
  return RAW.map((native, index) => ({ id: `request/${index + 1}`, native }));
}

const LOADED = [
  'a=1; b=2',
  'b=1; a=2; B=3',
  'a="1\\073 2"; Path=/x; Secure; b=2; HttpOnly; Max-Age=5',
  'a=1; expires=Wed, 01 May 2019 00:00:00 GMT; domain=.x.test; SameSite=Lax; Comment="a b"; Version=1',
  '$Version=1; a=1; $Path=/p; $Domain',
  'a=1; $Strange=2',
  'Secure; a=1',
  'a=1; Path; b=2',
  'a; b=2',
  'a=1; b; c=3',
  'a=1 b=2',
  'a=1\r\nb=2',
  'a=é; b=2',
  'a=1, b=2; c=[x]',
  'a="unclosed; b=2',
  'a=; b=""',
  'a = "x" ; b=2',
  '; a=1',
  'a:b=1; c@d=2; <e>=3',
  "a='1'; b=()<>@,:/[]?={}",
  'a="\\\n"; b=2',
  'a=1; secure=yes; httponly=',
];

function loadCases(): Case[] {
  return LOADED.map((load, index) => ({ id: `load/${index + 1}`, load }));
}

const NAMES = [
  'a',
  'A-Z_0.9',
  "!#$%&'*+-.^_`|~:",
  '',
  ' ',
  'a b',
  'a=b',
  'a;b',
  'a,b',
  'a"b',
  'é',
  'a\r\nSet-Cookie: b',
  'a\0',
  'path',
  'PATH',
  'Expires',
  'SameSite',
  '__Host-a',
  '[a]',
  'a/b',
  '10',
  '__proto__',
];

const VALUES: Json[] = [
  'plain',
  '',
  ' ',
  'two words',
  'a,b;c=d',
  '"quoted"',
  'back\\slash',
  'é',
  '€😀',
  'a\r\nSet-Cookie: b=2',
  '\0\x01\x1f\x7f\x80\xff\u0100',
  "()/<=>?@[]{}:!#$%&'*+-.^_`|~",
  '\\073',
  5,
  1.5,
  true,
  null,
  'x'.repeat(5000),
];

function settingCases(): Case[] {
  return [
    ...NAMES.map((name, index) => ({
      id: `name/${index + 1}`,
      steps: [
        ['set_cookie', name, 'v', {}],
        ['delete_cookie', name, {}],
      ],
    })),
    ...VALUES.map((value, index) => ({
      id: `value/${index + 1}`,
      steps: [['set_cookie', 'a', value, {}]],
    })),
  ];
}

const INJECTION = 'x\r\nSet-Cookie: b=2';

const OPTIONS: Record<string, Json[]> = {
  max_age: [0, 1, 3600, -5, 1.5, 1e9, 1e12, 1e17, 1e30, null],
  expires: [
    null,
    '',
    'Thu, 01 Jan 1970 00:00:00 GMT',
    'never; Secure',
    INJECTION,
    { datetime: '2019-05-01T00:00:10' },
    { datetime: '2019-05-01T00:00:10.500000' },
    { datetime: '2019-05-01T00:00:00' },
    { datetime: '2019-05-01T12:00:00+00:00' },
    { datetime: '1970-01-01T00:00:00' },
    { datetime: '2038-01-19T03:14:08.999999+00:00' },
    { datetime: '9999-12-31T23:59:59' },
  ],
  path: ['/', '', null, '/é', '/a;b,c "d"', INJECTION],
  domain: [null, '', 'example.com', '.example.com', 'é.test', 'a;b', INJECTION],
  secure: [true, false],
  httponly: [true, false],
  samesite: [null, '', 'Lax', 'strict', 'LAX', 'None', 'lax ', INJECTION],
};

function optionCases(): Case[] {
  return Object.entries(OPTIONS).flatMap(([name, values]) =>
    values.map((value, index) => ({
      id: `${name}/${index + 1}`,
      steps: [['set_cookie', 'a', 'v', { [name]: value }]],
    })),
  );
}

function deletionCases(): Case[] {
  const options: Json[] = [
    {},
    { path: '/x' },
    { path: null, domain: 'example.com' },
    { samesite: 'lax' },
    { samesite: 'none' },
    { domain: INJECTION },
  ];
  return ['a', '__Secure-a', '__Host-a', '__host-a'].flatMap((name) =>
    options.map((given, index) => ({
      id: `delete/${name}-${index + 1}`,
      steps: [
        ['set_cookie', name, 'v', { secure: true, path: '/x' }],
        ['delete_cookie', name, given],
      ],
    })),
  );
}

function walkCases(count: number): Case[] {
  const random = new Random(2109);
  const options = Object.entries(OPTIONS);
  const step = (): Json => {
    const name = random.pick(['a', 'b', '__Host-c']);
    const given = Object.fromEntries(
      random.some(options, 3).map(([option, values]) => [option, random.pick(values)]),
    );
    if (!random.once(4)) return ['set_cookie', name, random.pick(VALUES.slice(0, 9)), given];
    const { path = '/', domain = null, samesite = null } = given;
    return ['delete_cookie', name, { path, domain, samesite }];
  };
  return Array.from({ length: count }, (_, index) => ({
    id: `walk/${index + 1}`,
    steps: Array.from({ length: 2 + random.below(3) }, step),
  }));
}

/** The 300 cases of suite django-cookies. */
export function cookieCases(): Case[] {
  const listed = [
    ...parseCases(),
    ...requestCases(),
    ...loadCases(),
    ...settingCases(),
    ...optionCases(),
    ...deletionCases(),
  ];
  return [...listed, ...walkCases(300 - listed.length)];
}

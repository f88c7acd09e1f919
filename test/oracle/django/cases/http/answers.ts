/**
 * Responses of every kind, and what decorators and layers make of them.
 *
 * @module
 */

import type { Case, Json } from '../../../model.ts';
import { type Asked, get, LAYERS, post, visit, visits, withHeaders } from './ask.ts';

const RESPONSES = [
  'json/',
  'unsafe/',
  'unsafe/?safe',
  'stream/',
  'drained/',
  'file/',
  'file/?as=attachment',
  'file/?as=attachment&name=report.txt',
  'file/?name=report.html',
  'file/?as=attachment&name=caf%C3%A9.txt',
  'file/?as=attachment&name=a%22b.tar.gz',
  'moved/',
  'moved/?to=hello',
  'moved/?to=/a%20b/%C3%A9?x=%C3%A9',
  'moved/?to=nowhere',
  'moved/?to=./here',
  'moved/?to=https://evil.test/',
  'moved/?to=javascript:alert(1)',
  'moved/?to=/a%0d%0aX-Evil:%201',
  'moved/?to=hello&permanent',
  'unmodified/',
  'allowed/',
  'empty/',
  'gone/',
  'cookies/',
  'signed/',
  'headers/',
  'headers/?value=a%0d%0aX-Evil:1',
  'headers/?value=caf%C3%A9',
  'headers/?value=%E2%82%AC',
  'headers/?name=X-%C3%A9',
  'headers/?name=a%0ab',
  'headers/?reason=Because',
  'headers/?reason=a%0d%0aX-Evil:1',
  'headers/?name=content-length&value=7',
  'headers/?name=Content-Type&value=text/odd',
  'charset/',
  'status/200/',
  'status/299/',
  'status/100/',
  'status/99/',
  'status/599/',
  'status/600/',
  'status/418/',
  'status/404/',
  'status/500/',
  'pieces/',
];

const TAGS: [string, string][][] = [
  [],
  [['If-None-Match', '"abc"']],
  [['If-None-Match', 'W/"abc"']],
  [['If-None-Match', '"x", "abc"']],
  [['If-None-Match', '*']],
  [['If-None-Match', 'abc']],
  [['If-None-Match', '"x"']],
  [['If-Match', '"abc"']],
  [['If-Match', '"x"']],
  [['If-Match', '*']],
  [['If-Modified-Since', 'Mon, 01 Apr 2019 12:30:15 GMT']],
  [['If-Modified-Since', 'Mon, 01 Apr 2019 12:30:14 GMT']],
  [['If-Modified-Since', 'yesterday']],
  [['If-Unmodified-Since', 'Mon, 01 Apr 2019 12:30:14 GMT']],
  [['If-Unmodified-Since', 'Mon, 01 Apr 2019 12:30:15 GMT']],
  [
    ['If-None-Match', '"x"'],
    ['If-Modified-Since', 'Mon, 01 Apr 2019 12:30:15 GMT'],
  ],
];

function conditional(): Case[] {
  const page = '"60d2efd4ae1fbc3cc4ae7f2a5cb8c4a3"';
  return [
    ...TAGS.map((headers, index) =>
      visit(`both conditions/${index + 1}`, get('/decorated/both/', { headers })),
    ),
    ...TAGS.slice(1, 10).map((headers, index) =>
      visit(`etag/${index + 1}`, get('/decorated/tagged/', { headers })),
    ),
    ...TAGS.slice(10, 15).map((headers, index) =>
      visit(`last modified/${index + 1}`, get('/decorated/dated/', { headers })),
    ),
    ...visits(
      'condition of a form',
      TAGS.slice(1, 10).map((headers) => post('/decorated/both/', '', { headers })),
    ),
    visit('last modified/never', withHeaders(get('/decorated/dated/?never'), ...(TAGS[10] ?? []))),
    visit('etag/of the page', [
      get('/decorated/page/'),
      get('/decorated/page/', { headers: [['If-None-Match', page]] }),
      get('/decorated/page/', { method: 'HEAD' }),
      get('/decorated/page/', { method: 'PUT' }),
    ]),
  ];
}

function wholeSite(): Case[] {
  const MIDDLEWARE = ['django.middleware.http.ConditionalGetMiddleware', ...LAYERS];
  const pages = [
    '/plain/hello/',
    '/decorated/agent/',
    '/responses/stream/',
    '/responses/empty/',
    '/nowhere/',
    '/decorated/never/',
  ];
  const tag = ['If-None-Match', '"own"'];
  return pages.map((path) =>
    visit(
      `conditional site${path}`,
      [get(path), get(path, { headers: [tag] }), get(path, { method: 'HEAD' })],
      {
        settings: { MIDDLEWARE },
      },
    ),
  );
}

function decorated(): Case[] {
  const only = ['get', 'post', 'safe', 'put'].flatMap((view) =>
    ['GET', 'HEAD', 'POST', 'PUT'].map((method) =>
      visit(`${view} alone/${method}`, get(`/decorated/${view}/`, { method })),
    ),
  );
  const others = ['never', 'control', 'varied', 'deny', 'same', 'exempt', 'agent'];
  return [...only, ...others.map((view) => visit(`decorated/${view}`, get(`/decorated/${view}/`)))];
}

function secured(): Case[] {
  const asked: [string, Record<string, Json>, Asked][] = [
    ['hsts over http', { SECURE_HSTS_SECONDS: 60 }, {}],
    ['hsts', { SECURE_HSTS_SECONDS: 60 }, { scheme: 'https' }],
    [
      'hsts of subdomains',
      { SECURE_HSTS_SECONDS: 60, SECURE_HSTS_INCLUDE_SUBDOMAINS: true, SECURE_HSTS_PRELOAD: true },
      { scheme: 'https' },
    ],
    ['nosniff', { SECURE_CONTENT_TYPE_NOSNIFF: true, SECURE_BROWSER_XSS_FILTER: true }, {}],
    ['to https', { SECURE_SSL_REDIRECT: true }, { query: 'a=1' }],
    ['to https when it is', { SECURE_SSL_REDIRECT: true }, { scheme: 'https' }],
    ['to another host', { SECURE_SSL_REDIRECT: true, SECURE_SSL_HOST: 'secure.test' }, {}],
    ['exempt', { SECURE_SSL_REDIRECT: true, SECURE_REDIRECT_EXEMPT: ['^plain/'] }, {}],
    ['frames denied', { X_FRAME_OPTIONS: 'DENY' }, {}],
    ['browser', { DISALLOWED_USER_AGENTS: ['^Bad'] }, { headers: [['User-Agent', 'BadBot/1']] }],
    [
      'another browser',
      { DISALLOWED_USER_AGENTS: ['^Bad'] },
      { headers: [['User-Agent', 'Good']] },
    ],
    ['charset', { DEFAULT_CHARSET: 'latin-1' }, {}],
    ['type', { DEFAULT_CONTENT_TYPE: 'application/xhtml+xml' }, {}],
  ];
  return asked.map(([name, settings, more]) =>
    visit(`setting/${name}`, [get('/plain/hello/', more), get('/', more)], { settings }),
  );
}

function taken(): Case[] {
  const stream = '/responses/stream/';
  return [
    visit('server/goes away', [get(stream, { take: 1 }), get('/plain/hello/')]),
    visit('server/goes away in an error', [get('/errors/stream/', { take: 1 })]),
    visit('server/does not close', [
      get(stream, { close: false }),
      get('/plain/hello/', { close: false }),
    ]),
    visit('server/sends files', [
      get('/responses/file/', { wrapper: true }),
      get(stream, { wrapper: true }),
    ]),
    visit(
      'server/sends files and does not close',
      get('/responses/file/', { wrapper: true, close: false }),
    ),
    ...visits(
      'head',
      ['json/', 'stream/', 'file/', 'empty/', 'moved/'].map((one) =>
        get(`/responses/${one}`, { method: 'HEAD' }),
      ),
    ),
  ];
}

/** The cases of responses. */
export function answerCases(): Case[] {
  return [
    ...RESPONSES.map((one) => visit(`response/${one}`, get(`/responses/${one}`))),
    ...[
      'headers/?reason=a%0d%0aX-Evil:1',
      'status/99/',
      'json/',
      'stream/',
      'moved/?to=javascript:alert(1)',
    ].map((one) =>
      visit(`bare response/${one}`, get(`/responses/${one}`), { settings: { MIDDLEWARE: [] } }),
    ),
    visit('response/cookies and back', [
      get('/responses/cookies/'),
      get('/plain/cookies/'),
      get('/responses/signed/'),
    ]),
    visit('response/cookie forged', [
      get('/responses/cookies/'),
      get('/responses/signed/', { headers: [['Cookie', 'signed=hello:forged']] }),
    ]),
    ...conditional(),
    ...wholeSite(),
    ...decorated(),
    ...secured(),
    ...taken(),
  ];
}

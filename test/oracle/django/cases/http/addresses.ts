/**
 * Which path leads where, by which method and for which host.
 *
 * @module
 */

import type { Case } from '../../../model.ts';
import { type Asked, get, post, visit, visits, withHeaders } from './ask.ts';

const PATHS = [
  '/',
  '',
  '//',
  'plain/hello/',
  '/plain/hello/',
  '/plain/hello',
  '/plain/hello?a=1',
  '/plain//hello/',
  '/plain/hello/Ann/',
  '/plain/hello/Ann Lee/',
  '/plain/hello/a%2Fb/',
  '/plain/hello/caf\u00c3\u00a9/',
  '/plain/hello/caf\u00e9/',
  '/plain/hello/\u00ff\u00fe/',
  '/plain/hello/\u00ed\u00a0\u0080/',
  '/plain/hello/<b>/',
  '/plain/hello/a\nb/',
  '/plain/hello/\0/',
  '/plain/hello/%/',
  '/plain/hello/..//',
  '/plain/articles/2019/',
  '/plain/articles/2019',
  '/plain/articles/02019/',
  '/plain/articles/-1/',
  '/plain/articles/x/',
  '/plain/articles/99999999999999999999/',
  '/plain/articles/9007199254740991/',
  '/plain/articles/2019/a-b_C/',
  '/plain/articles/2019/a.b/',
  '/plain/articles/\u00d9\u00a2/',
  '/plain/kwargs/mine/',
  '/plain/archive/2019/05/',
  '/plain/archive/2019/5/',
  '/plain/archive/2019/05',
  '/plain/archive/2019/05/\n',
  '/plain/unnamed/7/word/',
  '/plain/unnamed/7/caf\u00c3\u00a9/',
  '/plain/identity/075194d3-6885-417e-a8a8-6c931e272f00/',
  '/plain/identity/075194D3-6885-417E-A8A8-6C931E272F00/',
  '/plain/identity/075194d3/',
  '/plain/whole/a/b/c',
  '/plain/whole/a/b/c/',
  '/plain/whole/',
  '/plain/whole/a\nb',
  '/plain/addresses/',
  '/plain/resolved/',
  '/plain/resolved/word',
  '/plain/address',
  '/plain/address/',
  '/PLAIN/hello/',
  '/nowhere/',
  '/nowhere',
  '/notes',
  '/other',
  '//evil.test/plain/hello',
  '//evil.test',
];

const QUERIES = [
  'a=1&b=2&a=3',
  'a',
  'a=',
  '=b',
  '&&a=1&',
  'a=1;b=2',
  'a=%C3%A9',
  'a=\u00c3\u00a9',
  'a=%E9',
  'a=\u00e9',
  'a=%ff%fe',
  'a=%',
  'a=%zz',
  'a+b=c+d',
  'a=b=c',
  '%61=%62',
  'a[]=1&a[]=2',
  'a=%00',
  'a=<b>',
  '?a=1',
  'a=1#b',
];

const HOSTS = [
  'example.com:8000',
  'EXAMPLE.com',
  'example.com.',
  'www.demo.test',
  'demo.test',
  'evil.test',
  'example.com@evil.test',
  'example.com/evil',
  'example.com\r\nX-Evil: 1',
  'example.com:80:90',
  '',
  '[::1]:80',
  '127.0.0.1:8000',
  'localhost',
];

function scripts(): Case[] {
  const at = (name: string, environ: Asked, settings: Asked = {}) =>
    visit(
      `script/${name}`,
      [get('/plain/address/', { environ }), get('/plain/addresses/', { environ })],
      { settings },
    );
  return [
    at('mounted', { SCRIPT_NAME: '/site' }),
    at('mounted with a slash', { SCRIPT_NAME: '/site/' }),
    at('in UTF-8', { SCRIPT_NAME: '/caf\u00c3\u00a9' }),
    at('in bad UTF-8', { SCRIPT_NAME: '/caf\u00e9' }),
    at('rewritten', { SCRIPT_URL: '/was//here/plain/address/' }),
    at('redirected', { REDIRECT_URL: '/was/here/plain/address/' }),
    at('forced', { SCRIPT_NAME: '/site' }, { FORCE_SCRIPT_NAME: '/forced' }),
    at('forced to nothing', { SCRIPT_NAME: '/site' }, { FORCE_SCRIPT_NAME: '' }),
    visit('script/slash is appended', get('/plain/hello', { environ: { SCRIPT_NAME: '/site' } })),
    visit('path/no native string', get('/', { environ: { PATH_INFO: '/\u20ac/' } })),
    visit('query/no native string', get('/plain/query/', { environ: { QUERY_STRING: '\u20ac' } })),
  ];
}

function methods(): Case[] {
  const paths = ['/', '/plain/hello', '/nowhere/', '/plain/address/', '/forms/form/'];
  const names = ['HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'get', 'ODD', ''];
  return paths.flatMap((path) =>
    names.map((method) => visit(`method/${method} ${path}`, get(path, { method }))),
  );
}

function slashes(): Case[] {
  const off = { settings: { APPEND_SLASH: false } };
  const debug = { settings: { DEBUG: true } };
  return [
    ...visits(
      'no slash',
      ['/plain/hello', '/plain/address', '/nowhere'].map((one) => get(one)),
      off,
    ),
    ...visits(
      'slash with DEBUG',
      [
        get('/plain/hello'),
        get('/plain/hello', { method: 'POST' }),
        get('/plain/hello', { method: 'PUT' }),
        get('/plain/hello', { method: 'PATCH' }),
        get('/plain/hello', { method: 'DELETE' }),
        post('/forms/form?a=1', 'a=1'),
      ],
      debug,
    ),
    ...visits(
      'www',
      [
        get('/plain/hello/'),
        get('/plain/hello?a=1'),
        get('/nowhere'),
        get('//evil.test/plain/hello'),
      ],
      { settings: { PREPEND_WWW: true } },
    ),
  ];
}

function hosts(): Case[] {
  const asked = HOSTS.map((host) => withHeaders(get('/plain/host/'), ['Host', host]));
  const evil = [withHeaders(get('/plain/hello/'), ['Host', 'evil.test'])];
  const raw = [withHeaders(get('/plain/raw/', { query: 'q=1' }), ['Host', 'evil.test'])];
  const proxied = withHeaders(
    get('/plain/host/'),
    ['X-Forwarded-Host', 'www.demo.test:81'],
    ['X-Forwarded-Port', '82'],
    ['X-Forwarded-Proto', 'https'],
  );
  const trusting = {
    USE_X_FORWARDED_HOST: true,
    USE_X_FORWARDED_PORT: true,
    SECURE_PROXY_SSL_HEADER: { tuple: ['HTTP_X_FORWARDED_PROTO', 'https'] },
  };
  return [
    ...visits('host', asked),
    ...visits('host without layers', asked, { settings: { MIDDLEWARE: [] } }),
    ...visits('any host', [...asked.slice(4, 8), ...evil], { settings: { ALLOWED_HOSTS: ['*'] } }),
    ...visits('host with DEBUG', asked.slice(3), { settings: { DEBUG: true, ALLOWED_HOSTS: [] } }),
    visit('host/unseen without layers', evil, { settings: { MIDDLEWARE: [] } }),
    visit('host/of a proxy that is not trusted', proxied),
    visit('host/of a proxy that is trusted', proxied, { settings: trusting }),
    visit('host/raw without layers', raw, { settings: { MIDDLEWARE: [] } }),
    visit('shown', get('/plain/shown/')),
    visit('host/of the server', get('/plain/host/', { scheme: 'https' })),
  ];
}

/** The cases of addresses. */
export function addressCases(): Case[] {
  return [
    ...visits(
      'path',
      PATHS.map((path) => get(path)),
    ),
    ...visits(
      'path with DEBUG',
      PATHS.slice(43).map((path) => get(path)),
      { settings: { DEBUG: true } },
    ),
    ...visits(
      'query',
      QUERIES.map((query) => get('/plain/query/', { query })),
    ),
    ...visits(
      'full path',
      QUERIES.slice(5, 12).map((query) => get('/plain/address/', { query })),
    ),
    ...scripts(),
    ...methods(),
    ...slashes(),
    ...hosts(),
  ];
}

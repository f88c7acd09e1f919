/**
 * Forms: what is in them, whether they came from this site, and how much is too much.
 *
 * @module
 */

import type { Case } from '../../../model.ts';
import { type Asked, get, LAYERS, post, upload, visit, visits, withHeaders } from './ask.ts';

const TOKEN = 'a'.repeat(64);
const FORM = '/forms/form/';

const form = get(FORM);
const sent = post(FORM, 'a=1&csrfmiddlewaretoken={form}');
const cookie = (value: string): Asked => ({ headers: [['Cookie', `csrftoken=${value}`]] });

function flows(): Case[] {
  const secure = { scheme: 'https' };
  const from = (referer: string, request = sent): Asked[] => [
    { ...form, ...secure },
    withHeaders({ ...request, ...secure }, ['Referer', referer]),
  ];
  return [
    visit('csrf/sent', [form, sent, sent, form]),
    visit('csrf/by header', [form, post(FORM, 'a=1', { headers: [['X-CSRFToken', '{cookie}']] })]),
    visit('csrf/by header, of the form', [
      form,
      post(FORM, '', { headers: [['X-CSRFToken', '{form}']] }),
    ]),
    visit('csrf/no cookie', post(FORM, `csrfmiddlewaretoken=${TOKEN}`)),
    visit('csrf/no token', [form, post(FORM, 'a=1')]),
    visit('csrf/wrong token', [form, post(FORM, `csrfmiddlewaretoken=${TOKEN}`)]),
    visit('csrf/short token', [form, post(FORM, 'csrfmiddlewaretoken=abc')]),
    visit('csrf/odd token', [form, post(FORM, `csrfmiddlewaretoken=${'\u00e9'.repeat(64)}`)]),
    visit('csrf/short cookie', [
      get(FORM, cookie('abc')),
      post(FORM, 'csrfmiddlewaretoken={form}', cookie('abc')),
    ]),
    visit('csrf/old cookie', [get(FORM, cookie('a'.repeat(32))), sent]),
    visit('csrf/odd cookie', get(FORM, cookie('!'.repeat(64)))),
    visit('csrf/long cookie', get(FORM, cookie('a'.repeat(65)))),
    visit('csrf/cookie that was set', [
      get(FORM, cookie(TOKEN)),
      post(FORM, `csrfmiddlewaretoken=${TOKEN}`, cookie(TOKEN)),
    ]),
    visit('csrf/put', [
      form,
      { ...sent, method: 'PUT' },
      { ...sent, method: 'DELETE', headers: [['X-CSRFToken', '{cookie}']] },
    ]),
    visit('csrf/unknown address', [form, post('/nowhere/', 'a=1')]),
    visit('csrf/exempt', post('/forms/exempt/', 'a=1&b=2&a=3')),
    visit('csrf/protected', [get('/forms/protected/'), post('/forms/protected/', '')]),
    visit('csrf/ensured', [get('/forms/ensured/'), get('/forms/ensured/')]),
    visit('csrf/required', get('/forms/required/')),
    visit('csrf/rotated', [form, get('/forms/rotated/'), form, sent]),
    visit('csrf/sent with redirect', [form, post('/forms/sent/', 'csrfmiddlewaretoken={form}')]),
    visit('csrf/no referer', [
      { ...form, ...secure },
      { ...sent, ...secure },
    ]),
    visit('csrf/good referer', from('https://example.com/forms/form/')),
    visit('csrf/insecure referer', from('http://example.com/forms/form/')),
    visit('csrf/malformed referer', from('example.com')),
    visit('csrf/other referer', from('https://evil.test/')),
    visit('csrf/lookalike referer', from('https://example.com.evil.test/')),
    visit('csrf/trusted referer', from('https://www.trusted.test/'), {
      settings: { CSRF_TRUSTED_ORIGINS: ['.trusted.test'] },
    }),
    visit('csrf/referer of the domain', from('https://sub.demo.test/'), {
      settings: { CSRF_COOKIE_DOMAIN: '.demo.test' },
    }),
    visit('csrf/with DEBUG', [form, post(FORM, 'a=1'), post(FORM, '', cookie(''))], {
      settings: { DEBUG: true },
    }),
    visit('csrf/in the session', [form, sent, form], { settings: { CSRF_USE_SESSIONS: true } }),
    visit('csrf/in no session', form, {
      settings: { CSRF_USE_SESSIONS: true, MIDDLEWARE: LAYERS.slice(3, 5) },
    }),
    visit('csrf/cookie of another kind', [form, sent], {
      settings: {
        CSRF_COOKIE_AGE: null,
        CSRF_COOKIE_HTTPONLY: true,
        CSRF_COOKIE_PATH: '/forms/',
        CSRF_COOKIE_SAMESITE: 'Strict',
        CSRF_COOKIE_SECURE: true,
      },
    }),
    visit(
      'csrf/cookie and header of other names',
      [form, post(FORM, '', { headers: [['X-Own', '{form}']] })],
      {
        settings: { CSRF_COOKIE_NAME: 'own', CSRF_HEADER_NAME: 'HTTP_X_OWN' },
      },
    ),
    visit('csrf/without the layer', [form, post(FORM, 'a=1')], {
      settings: { MIDDLEWARE: LAYERS.filter((layer) => !layer.includes('csrf')) },
    }),
    visit(
      'csrf/protected without the layer',
      [get('/forms/ensured/'), post('/forms/protected/', 'csrfmiddlewaretoken={cookie}')],
      {
        settings: { MIDDLEWARE: [] },
      },
    ),
  ];
}

const BODIES = [
  '',
  'a=1&a=2',
  'a=%C3%A9&b=\u00c3\u00a9',
  'a=%E9&b=\u00e9',
  'a=%ff',
  'a=1;b=2',
  'a=+%2B',
  '&=&a',
  '\0=\0',
];

function contents(): Case[] {
  const of = (type: string, body = 'a=1', more: Asked = {}) =>
    get('/forms/exempt/', { method: 'POST', headers: [['Content-Type', type]], body, ...more });
  const form = 'application/x-www-form-urlencoded';
  return [
    ...visits(
      'form',
      BODIES.map((body) => post('/forms/exempt/', body)),
    ),
    ...visits(
      'form in Latin-1',
      BODIES.slice(2, 4).map((body) => post('/forms/charset/', body)),
    ),
    ...visits('type', [
      of(`${form}; charset=latin-1`, 'a=%E9'),
      of(`${form}; charset=odd`, 'a=%E9'),
      of(`${form.toUpperCase()}`),
      of('text/plain'),
      of('application/json', '{"a": 1}'),
      of(''),
      of(form, 'a=1', { method: 'PUT' }),
      of(form, 'a=1', { environ: { CONTENT_LENGTH: '' } }),
      of(form, 'a=1', { environ: { CONTENT_LENGTH: '1' } }),
      of(form, 'a=1', { environ: { CONTENT_LENGTH: '100' } }),
      of(form, 'a=1', { environ: { CONTENT_LENGTH: '-1' } }),
      of(form, 'a=1', { environ: { CONTENT_LENGTH: 'odd' } }),
    ]),
    ...visits('body', [
      post('/plain/body/', '\0\xff\r\n'),
      post('/plain/body/', ''),
      post('/plain/lines/', 'one\ntwo\r\n\nfour'),
      post('/plain/late/', 'abcdef'),
      get('/plain/body/', { method: 'PUT', body: 'put' }),
    ]),
  ];
}

function uploads(): Case[] {
  const file = (name: string, content = 'content', ...headers: string[]) =>
    upload('/forms/exempt/', [[`form-data; name="f"; filename="${name}"`, content, ...headers]]);
  const raw = (body: string, type = 'multipart/form-data; boundary=B', path = '/forms/exempt/') =>
    get(path, { method: 'POST', headers: [['Content-Type', type]], body });
  const field = 'Content-Disposition: form-data; name="a"\r\n\r\n1\r\n';
  return [
    ...visits('upload', [
      file('a.txt', 'content', 'Content-Type: text/plain'),
      file('a.txt', ''),
      file('', 'content'),
      file('C:\\dir\\a.txt'),
      file('/etc/passwd'),
      file('../up.txt'),
      file('caf\u00c3\u00a9.txt'),
      file('&eacute;.txt'),
      file(`${'a'.repeat(300)}.txt`),
      file('a.txt', 'Y29udGVudA==', 'Content-Transfer-Encoding: base64'),
      file('a.txt', 'x', 'Content-Transfer-Encoding: base64'),
      upload('/forms/exempt/', [
        ['form-data; name="a"', '1'],
        ['form-data; name="a"', '2'],
        ['form-data; name="f"; filename="one.txt"', '\0\xff'],
        [
          'form-data; name="f"; filename="two.txt"',
          '\r\n--B',
          'Content-Type: text/plain; charset=x',
        ],
      ]),
      upload('/forms/contents/', [['form-data; name="f"; filename="one.txt"', 'in the file']]),
      upload('/forms/exempt/', [['form-data', 'no name']]),
      upload('/forms/exempt/', [['form-data; name=""', 'empty name']]),
    ]),
    ...visits('odd upload', [
      raw(''),
      raw('--B--\r\n'),
      raw(`--B\r\n${field}`),
      raw(`--B\r\n${field}--B`),
      raw(`preamble\r\n--B\r\n${field}--B--\r\nepilogue`),
      raw(`--B\n${field.replaceAll('\r\n', '\n')}--B--\n`),
      raw(`--B\r\n${field}--B--\r\n`, 'multipart/form-data'),
      raw(`--B\r\n${field}--B--\r\n`, 'multipart/form-data; boundary='),
      raw(`--B\r\n${field}--B--\r\n`, 'multipart/form-data; boundary="B"'),
      raw(`--B\r\n${field}--B--\r\n`, 'multipart/form-data; boundary=\u00e9'),
      raw(`--B\r\n${field}--B--\r\n`, 'multipart/mixed; boundary=B'),
      raw('--B\r\nodd\r\n--B--\r\n', 'multipart/form-data; boundary=B', '/forms/twice/'),
      raw('', 'multipart/form-data', '/forms/twice/'),
    ]),
    visit('upload/with token', [
      get(FORM),
      upload(FORM, [
        ['form-data; name="csrfmiddlewaretoken"', '{form}'],
        ['form-data; name="f"; filename="a.txt"', 'content', 'Content-Type: text/plain'],
      ]),
    ]),
    visit('upload/without token', [get(FORM), upload(FORM, [['form-data; name="a"', '1']])]),
  ];
}

function limits(): Case[] {
  const four = 'a=1&b=2&c=3&d=4';
  const few = { DATA_UPLOAD_MAX_NUMBER_FIELDS: 3 };
  const small = { DATA_UPLOAD_MAX_MEMORY_SIZE: 5 };
  const big = upload('/forms/exempt/', [
    ['form-data; name="f"; filename="a"', 'a long content'],
    ['form-data; name="a"', '1'],
  ]);
  return [false, true].flatMap((DEBUG) => [
    ...visits(
      `too many with DEBUG ${DEBUG}`,
      [
        post('/forms/exempt/', four),
        get(`/plain/query/?${four}`),
        upload(
          '/forms/exempt/',
          [...four].map(() => ['form-data; name="a"', '1'] as const),
        ),
        [get(FORM), post(FORM, `${four}&csrfmiddlewaretoken={form}`)],
      ],
      { settings: { ...few, DEBUG } },
    ),
    ...visits(
      `too big with DEBUG ${DEBUG}`,
      [
        post('/forms/exempt/', four),
        post('/plain/body/', 'abcde'),
        post('/plain/body/', 'abcdef'),
        post('/plain/lines/', 'abcdef'),
        big,
        upload('/forms/exempt/', [['form-data; name="a"', 'abcdef']]),
        post('/forms/twice/', four),
        [get(FORM), post(FORM, 'a=1&csrfmiddlewaretoken={form}')],
      ],
      { settings: { ...small, DEBUG } },
    ),
  ]);
}

/** The cases of forms. */
export function formCases(): Case[] {
  return [...flows(), ...contents(), ...uploads(), ...limits()];
}

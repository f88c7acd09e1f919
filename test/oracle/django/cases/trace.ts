/**
 * Cases of suite django-trace: requests to the demo project whose every call is compared. What
 * `requests` ask goes to the application, `bytes` go to the server.
 *
 * @module
 */

import type { Case, Json } from '../../model.ts';

type Request = { path: string } & Record<string, Json>;

const FORM = 'application/x-www-form-urlencoded';
const post = (path: string, body: string, more: [string, string][] = []): Request => ({
  path,
  method: 'POST',
  body,
  headers: [['Content-Type', FORM], ...more],
});

/** One request each, to be answered by the application. */
const ASKED: Record<string, Request> = {
  index: { path: '/' },
  hello: { path: '/plain/hello/' },
  head: { path: '/plain/hello/', method: 'HEAD' },
  'converters/str': { path: '/plain/hello/zoe/' },
  'converters/int': { path: '/plain/articles/2019/' },
  'converters/slug': { path: '/plain/articles/2019/a-b/' },
  'converters/uuid': { path: '/plain/identity/12345678-1234-5678-1234-567812345678/' },
  'converters/path': { path: '/plain/whole/a/b/c' },
  'regex/named': { path: '/plain/archive/2019/05/' },
  'regex/unnamed': { path: '/plain/unnamed/7/x/' },
  query: { path: '/plain/query/', query: 'a=1&a=2&b=' },
  address: { path: '/plain/address/', query: 'q=1' },
  host: { path: '/plain/host/' },
  'host/refused': { path: '/plain/host/', headers: [['Host', 'evil.test']] },
  body: { path: '/plain/body/', method: 'POST', body: 'some bytes' },
  cookies: { path: '/plain/cookies/', headers: [['Cookie', 'a=1; b=2']] },
  'append slash': { path: '/plain/hello' },
  'no match': { path: '/nowhere/' },
  '404': { path: '/errors/missing/' },
  '403': { path: '/errors/forbidden/' },
  '400': { path: '/errors/suspicious/' },
  '400/host': { path: '/errors/host/' },
  '400/multipart': { path: '/errors/multipart/' },
  '500': { path: '/errors/value/' },
  '500/returned': { path: '/errors/returned/' },
  '500/nothing': { path: '/errors/nothing/' },
  teapot: { path: '/errors/teapot/' },
  leave: { path: '/errors/leave/' },
  json: { path: '/responses/json/' },
  stream: { path: '/responses/stream/' },
  file: { path: '/responses/file/' },
  redirect: { path: '/responses/moved/', query: 'to=/plain/hello/' },
  'redirect/reverse': { path: '/responses/moved/' },
  '304': { path: '/responses/unmodified/' },
  '405': { path: '/responses/allowed/' },
  'cookies/set': { path: '/responses/cookies/' },
  pieces: { path: '/responses/pieces/' },
  'csrf/refused': post('/forms/form/', 'a=1'),
  'csrf/exempt': post('/forms/exempt/', 'a=1&b=2'),
  'decorated/get': { path: '/decorated/get/' },
  'decorated/refused': { path: '/decorated/get/', method: 'PUT' },
  'decorated/never': { path: '/decorated/never/' },
  'decorated/vary': { path: '/decorated/varied/' },
  'decorated/frames': { path: '/decorated/exempt/' },
  'template/late': { path: '/pages/late/' },
  'notes/list': { path: '/notes/' },
  'notes/missing': { path: '/notes/99/' },
  'visits/untouched': { path: '/visits/untouched/' },
  headers: { path: '/plain/headers/' },
  lines: { path: '/plain/lines/', method: 'POST', body: 'one\ntwo\n' },
  late: { path: '/plain/late/', method: 'POST', body: 'some bytes' },
  shown: { path: '/plain/shown/' },
  raw: { path: '/plain/raw/', query: 'q=1' },
  addresses: { path: '/plain/addresses/' },
  resolved: { path: '/plain/resolved/' },
  unreversed: { path: '/errors/unreversed/' },
  'multipart/upload': {
    path: '/forms/exempt/',
    method: 'POST',
    headers: [['Content-Type', 'multipart/form-data; boundary=B']],
    body: '--B\r\nContent-Disposition: form-data; name="a"; filename="a.txt"\r\n\r\nbytes\r\n--B--\r\n',
  },
  'multipart/refused': {
    path: '/forms/exempt/',
    method: 'POST',
    headers: [['Content-Type', 'multipart/form-data; boundary=']],
    body: 'x',
  },
  'file/attached': { path: '/responses/file/', query: 'as=attachment&name=a.txt' },
  'file/wrapped': { path: '/responses/file/', wrapper: true },
  drained: { path: '/responses/drained/' },
  'cookies/signed': { path: '/responses/signed/', headers: [['Cookie', 'signed=forged']] },
  'csrf/required': { path: '/forms/required/' },
  'csrf/ensured': { path: '/forms/ensured/' },
  'csrf/rotated': { path: '/forms/rotated/' },
  'decorated/tagged': { path: '/decorated/tagged/' },
  'decorated/dated': { path: '/decorated/dated/' },
  'template/simple': { path: '/pages/simple/' },
  'template/changed': { path: '/pages/changed/' },
  'template/failing': { path: '/pages/failing/' },
  'classes/view': { path: '/classes/greeting/' },
  'classes/redirect': { path: '/classes/named/zoe/' },
  'accounts/whoever': { path: '/accounts/whoever/' },
  'accounts/profile': { path: '/accounts/profile/' },
  'messages/say': { path: '/accounts/say/' },
  'messages/read': { path: '/accounts/read/' },
  'notes/failing': { path: '/notes/failing/' },
};

const MIDDLEWARE: Record<string, string[]> = {
  none: [],
  function: ['demo.middleware.header'],
  early: ['demo.middleware.early', 'demo.middleware.Inner'],
  replace: ['demo.middleware.Replace'],
  conditional: ['django.middleware.http.ConditionalGetMiddleware'],
};

const BYTES: Record<string, string> = {
  hello: 'GET /plain/hello/ HTTP/1.1\r\nHost: example.com\r\nConnection: close\r\n\r\n',
  missing: 'GET /nowhere/ HTTP/1.1\r\nHost: example.com\r\nConnection: close\r\n\r\n',
  stream: 'GET /responses/stream/ HTTP/1.1\r\nHost: example.com\r\n\r\n',
  body: 'POST /plain/body/ HTTP/1.1\r\nHost: example.com\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabc',
};

/** The cases. */
export function traceCases(): Case[] {
  return [
    ...Object.entries(ASKED).map(([id, request]) => ({ id, requests: [request] })),
    ...Object.entries(MIDDLEWARE).map(([name, layers]) => ({
      id: `middleware/${name}`,
      settings: { MIDDLEWARE: layers },
      requests: [{ path: '/plain/hello/', query: name }],
    })),
    {
      id: 'csrf/accepted',
      requests: [{ path: '/forms/form/' }, post('/forms/form/', 'csrfmiddlewaretoken={form}&a=1')],
    },
    { id: 'visits/count', requests: [{ path: '/visits/count/' }, { path: '/visits/count/' }] },
    {
      id: 'debug/no match',
      settings: { DEBUG: true },
      requests: [{ path: '/nowhere/' }],
    },
    { id: 'debug/500', settings: { DEBUG: true }, requests: [{ path: '/errors/value/' }] },
    {
      id: 'accounts/login',
      requests: [
        { path: '/accounts/login/' },
        post('/accounts/login/', 'csrfmiddlewaretoken={form}&username=ann&password=secret'),
        { path: '/accounts/profile/' },
        { path: '/accounts/logout/' },
      ],
    },
    {
      id: 'atomic/failing',
      atomic: true,
      requests: [{ path: '/notes/failing/' }],
    },
    { id: 'atomic', atomic: true, requests: [{ path: '/notes/atomic/' }] },
    ...Object.entries(BYTES).map(([id, bytes]) => ({ id: `server/${id}`, bytes: [bytes] })),
  ];
}

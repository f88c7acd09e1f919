/**
 * Templates, class-based views and messages.
 *
 * @module
 */

import type { Case, Json } from '../../../model.ts';
import { type Asked, get, LAYERS, post, visit, visits } from './ask.ts';

function templates(): Case[] {
  const names = ['shown', 'late', 'changed', 'simple', 'absent', 'failing', 'form', 'greeting'];
  const asked = names.map((name) => get(`/pages/${name}/`));
  const layer = (name: string) => `demo.middleware.${name}`;
  return [
    ...visits('page', asked),
    ...visits('page with DEBUG', asked, { settings: { DEBUG: true } }),
    ...visits('page without layers', asked, { settings: { MIDDLEWARE: [] } }),
    ...visits('page in two layers', asked, {
      settings: { MIDDLEWARE: ['HookLog', 'Inner', 'Rescue'].map(layer) },
    }),
    visit('page/named', get('/pages/greeting/?name=%3Cb%3E%20caf%C3%A9')),
    visit('page/form sent', [
      get('/pages/form/'),
      post('/pages/form/', 'name=Ann&csrfmiddlewaretoken={form}'),
    ]),
    visit('page/for a user', [
      get('/accounts/login/'),
      post('/accounts/login/', 'username=ann&password=secret&csrfmiddlewaretoken={form}'),
      get('/pages/greeting/'),
      get('/pages/greeting/'),
    ]),
    visit('page/with messages', [get('/accounts/say/?text=%3Cb%3E'), get('/pages/greeting/')]),
  ];
}

function classes(): Case[] {
  const paths = [
    'greeting/',
    'greeting/Ann/',
    'page/',
    'page/word/',
    'nameless/',
    'away/Ann/',
    'away/Ann/?a=1&b=%C3%A9',
    'away/gone/',
    'away/a%25b/',
    'named/Ann/',
    'named/caf\u00c3\u00a9/',
  ];
  const methods = ['HEAD', 'POST', 'OPTIONS', 'PUT', 'DELETE', 'TRACE', 'get', 'ODD'];
  const off = { settings: { MIDDLEWARE: LAYERS.filter((layer) => !layer.includes('csrf')) } };
  return [
    ...paths.map((path) => visit(`class/${path}`, get(`/classes/${path}`))),
    ...['greeting/', 'writing/', 'page/', 'away/Ann/'].flatMap((path) =>
      methods.map((method) =>
        visit(`class/${path} ${method}`, get(`/classes/${path}`, { method }), off),
      ),
    ),
  ];
}

function messages(): Case[] {
  const say = get('/accounts/say/');
  const read = get('/accounts/read/');
  const peek = get('/accounts/peek/');
  const cookie = (value: string) =>
    get('/accounts/read/', { headers: [['Cookie', `messages=${value}`]] });
  const flows: [string, Asked[]][] = [
    ['said', [say, read, read]],
    ['said twice', [say, say, read]],
    ['said and not read', [say, get('/plain/hello/'), read]],
    ['only counted', [say, peek, read]],
    ['none', [read, peek]],
    ['odd text', [get('/accounts/say/?text=%3Cb%3E%20caf%C3%A9%20%22q%22%00'), read]],
    [
      'long text',
      [get(`/accounts/say/?text=${'long '.repeat(700)}`), get('/accounts/say/?text=short'), read],
    ],
    [
      'forged',
      [cookie('forged'), cookie('abc$[]'), cookie('"[[\\"__json_message\\"]]"'), cookie('')],
    ],
  ];
  const storage = 'django.contrib.messages.storage';
  const kept: Record<string, Json>[] = [
    { MESSAGE_STORAGE: `${storage}.cookie.CookieStorage` },
    { MESSAGE_STORAGE: `${storage}.session.SessionStorage` },
    { MESSAGE_LEVEL: 10 },
    {
      MESSAGE_TAGS: {
        dict: [
          [20, 'told'],
          [40, ''],
        ],
      },
    },
  ];
  return [
    ...flows.map(([name, requests]) => visit(`message/${name}`, requests)),
    ...kept.flatMap((settings, index) =>
      flows
        .slice(0, 4)
        .map(([name, requests]) =>
          visit(`message kept in way ${index + 1}/${name}`, requests, { settings }),
        ),
    ),
    visit('message/without the layer', [say, read], { settings: { MIDDLEWARE: [] } }),
    visit('message/without sessions', [say, read], {
      settings: { MIDDLEWARE: LAYERS.slice(6, 7) },
    }),
  ];
}

/** The cases of pages. */
export function pageCases(): Case[] {
  return [...templates(), ...classes(), ...messages()];
}

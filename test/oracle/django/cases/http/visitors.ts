/**
 * Visitors who come again: cookies, sessions, the database and logging in.
 *
 * @module
 */

import type { Case, Json } from '../../../model.ts';
import { type Asked, get, LAYERS, post, visit, visits } from './ask.ts';

const COOKIES = [
  'a=1; b=2',
  'a=1;b=2',
  'a="x y"; b="\\"q\\""; c="\\303\\251"',
  'a=\u00c3\u00a9',
  'a=\u00e9',
  'a; =b; c=d=e',
  '; ;',
  'a=1; a=2',
  'a=1, b=2',
  'a=%41',
  '$Version=1; a=1; $Path=/',
  'a[b]=1; c:d=2',
  'a=\0',
  ' a = 1 ',
];

function sessions(): Case[] {
  const session = (...words: string[]) => words.map((word) => get(`/visits/${word}/`));
  const flows: [string, Asked[]][] = [
    ['count', session('count', 'count', 'look', 'untouched')],
    ['look', session('look', 'look')],
    ['untouched', session('untouched')],
    ['flush', session('count', 'flush', 'count')],
    ['flush nothing', session('flush')],
    ['cycle', session('count', 'cycle', 'count')],
    ['cycle nothing', session('cycle', 'look')],
    ['clear', session('count', 'clear', 'count')],
    ['browser', [get('/visits/expiry/?seconds=0'), get('/visits/look/')]],
    ['minute', [get('/visits/expiry/?seconds=60'), get('/visits/look/')]],
    ['past', [get('/visits/expiry/?seconds=-60'), get('/visits/look/')]],
    [
      'nested',
      [...session('nested', 'nested'), get('/visits/nested/?modified'), ...session('nested')],
    ],
    ['broken', session('count', 'broken', 'look')],
    ['removed', session('count', 'removed')],
    ['deleted', session('count', 'deleted', 'look')],
    ['tested', session('tested', 'tested', 'look')],
    ['kept', [post('/visits/keep/', 'a=1&b=caf%C3%A9&a=2'), post('/visits/keep/', 'c=%00')]],
    ['forged', [get('/visits/count/', { headers: [['Cookie', 'sessionid=forged']] })]],
    ['forged and looked at', [get('/visits/look/', { headers: [['Cookie', 'sessionid=forged']] })]],
    [
      'forged and untouched',
      [get('/visits/untouched/', { headers: [['Cookie', 'sessionid=forged']] })],
    ],
    ['forged and short', [get('/visits/look/', { headers: [['Cookie', 'sessionid=']] })]],
  ];
  const signed = { SESSION_ENGINE: 'django.contrib.sessions.backends.signed_cookies' };
  const others: [string, Record<string, Json>][] = [
    ['saved every time', { SESSION_SAVE_EVERY_REQUEST: true }],
    ['until the browser closes', { SESSION_EXPIRE_AT_BROWSER_CLOSE: true }],
    ['secure', { SESSION_COOKIE_SECURE: true, SESSION_COOKIE_HTTPONLY: false }],
    ['of another name', { SESSION_COOKIE_NAME: 'own', SESSION_COOKIE_PATH: '/visits/' }],
    ['of a domain', { SESSION_COOKIE_DOMAIN: '.demo.test', SESSION_COOKIE_SAMESITE: 'Strict' }],
    ['of no site', { SESSION_COOKIE_SAMESITE: null, SESSION_COOKIE_AGE: 100 }],
    ['with DEBUG', { DEBUG: true }],
  ];
  return [
    ...flows.map(([name, requests]) => visit(`session/${name}`, requests)),
    ...flows.map(([name, requests]) =>
      visit(`signed session/${name}`, requests, { settings: signed }),
    ),
    ...others.map(([name, settings]) =>
      visit(`session ${name}`, session('count', 'look', 'untouched', 'flush'), { settings }),
    ),
    visit('session/without the layer', session('count'), { settings: { MIDDLEWARE: [] } }),
    visit('session/of no module', session('count'), { settings: { SESSION_ENGINE: 'absent' } }),
  ];
}

function notes(): Case[] {
  const add = (text: string, where = 'notes') => post(`/${where}/add/`, `text=${text}`);
  const all = get('/notes/');
  const flows: [string, Asked[]][] = [
    ['all', [all]],
    ['one', [get('/notes/1/'), get('/notes/2/')]],
    ['add', [add('second'), all, get('/notes/2/')]],
    ['add elsewhere', [add('second', 'other'), get('/other/')]],
    ['add twice', [add('first'), all]],
    ['add nothing', [post('/notes/add/', '')]],
    ['add by get', [get('/notes/add/')]],
    ['add odd', [add('caf%C3%A9%00'), add("'; DROP TABLE notes; --"), all]],
    ['big number', [get('/notes/99999999999999999999/')]],
    ['safe', [get('/notes/safe/'), all]],
    ['failing', [get('/notes/failing/'), all]],
    ['returned', [get('/notes/returned/'), all]],
    ['atomic', [get('/notes/atomic/'), get('/notes/loose/')]],
    ['wrong', [get('/notes/wrong/'), all]],
  ];
  return [false, true].flatMap((atomic) =>
    flows.map(([name, requests]) =>
      visit(`notes ${atomic ? 'in transactions' : 'alone'}/${name}`, requests, { atomic }),
    ),
  );
}

function accounts(): Case[] {
  const login = get('/accounts/login/');
  const enter = (fields: string, address = '/accounts/login/') =>
    post(address, `${fields}&csrfmiddlewaretoken={form}`);
  const ann = enter('username=ann&password=secret');
  const [profile, whoever] = [get('/accounts/profile/'), get('/accounts/whoever/')];
  const leave = get('/accounts/logout/');
  const flows: [string, Asked[]][] = [
    ['in and out', [login, ann, profile, whoever, leave, profile, whoever]],
    ['wrong password', [login, enter('username=ann&password=wrong'), whoever]],
    ['unknown', [login, enter('username=zoe&password=secret')]],
    ['inactive', [login, enter('username=bob&password=hidden')]],
    ['no password', [login, enter('username=ann')]],
    ['empty', [login, enter('username=&password=')]],
    ['odd', [login, enter('username=a%00n&password=%C3%A9')]],
    ['no token', [post('/accounts/login/', 'username=ann&password=secret')]],
    ['next', [login, enter('username=ann&password=secret', '/accounts/login/?next=/notes/')]],
    ['twice', [login, ann, login, ann, whoever]],
    [
      'with a session',
      [get('/visits/count/'), login, ann, get('/visits/look/'), leave, get('/visits/look/')],
    ],
    ['nobody leaves', [leave]],
    ['profile', [profile, get('/accounts/profile/?a=1&b=%C3%A9')]],
    ['elsewhere', [get('/accounts/elsewhere/?a=1')]],
    ['picky', [get('/accounts/picky/'), login, ann, get('/accounts/picky/')]],
    [
      'token after login',
      [login, ann, get('/forms/form/'), post('/forms/form/', 'a=1&csrfmiddlewaretoken={form}')],
    ],
    ['forged session', [get('/accounts/whoever/', { headers: [['Cookie', 'sessionid=forged']] })]],
  ];
  const signed = { SESSION_ENGINE: 'django.contrib.sessions.backends.signed_cookies' };
  return [
    ...flows.map(([name, requests]) => visit(`account/${name}`, requests)),
    ...flows
      .slice(0, 2)
      .map(([name, requests]) =>
        visit(`account in signed cookies/${name}`, requests, { settings: signed }),
      ),
    visit('account/by a name', profile, { settings: { LOGIN_URL: 'login' } }),
    visit('account/on another site', profile, {
      settings: { LOGIN_URL: 'https://login.test/?a=1' },
    }),
    visit('account/without sessions', whoever, { settings: { MIDDLEWARE: LAYERS.slice(5, 6) } }),
    visit('account/without the layer', profile, { settings: { MIDDLEWARE: [] } }),
  ];
}

/** The cases of visitors. */
export function visitorCases(): Case[] {
  return [
    ...visits(
      'cookie',
      COOKIES.map((cookie) => get('/plain/cookies/', { headers: [['Cookie', cookie]] })),
    ),
    ...visits('header', [
      get('/plain/headers/', {
        headers: [
          ['Accept', 'a, b'],
          ['X-Custom', '\u00e9'],
        ],
      }),
      get('/plain/headers/', {
        headers: [
          ['X-Custom', ''],
          ['Content-Type', 'text/odd; a=b'],
        ],
        body: 'x',
      }),
      get('/plain/headers/', { environ: { HTTP_X__CUSTOM: '1' } }),
    ]),
    ...sessions(),
    ...notes(),
    ...accounts(),
  ];
}

/**
 * Connections: when they are opened and closed, what is logged of them, and transactions around
 * views.
 *
 * @module
 */

import type { Case, Json } from '../../../model.ts';
import { dict, type Modules, NAME_SETTINGS, named, site, type Step } from './sites.ts';

const CREATE = 'CREATE TABLE note (text TEXT)';
const INSERT = (text: string): Step => ['query', `INSERT INTO note VALUES ('${text}')`];
const NOTES: Step = ['rows', 'SELECT text FROM note'];

/** A view a line: its name is its path, and its steps are what it does. */
const URLS: Step[] = [
  ['view', 'none', []],
  ['view', 'query', [['query', 'SELECT 1'], ['connection']]],
  ['view', 'error', [['query', 'SELECT * FROM nowhere']]],
  ['view', 'caught', [['try', [['query', 'SELECT * FROM nowhere']]], ['errors'], ['connection']]],
  ['view', 'manual', [['autocommit', false], ['query', 'SELECT 1'], ['connection']]],
  ['view', 'writes', [INSERT('written')]],
  ['view', 'raises', [INSERT('lost'), ['raise', 'ValueError', 'after writing']]],
  ['view', 'missing', [INSERT('lost too'), ['raise', 'Http404', 'nowhere']]],
  ['view', 'answers', [INSERT('kept'), ['respond', 500, 'an answer']]],
  ['view', 'apart', [INSERT('apart'), ['raise', 'ValueError', 'on its own']], false],
  [
    'view',
    'inner',
    [INSERT('outer'), ['try', [['atomic', [INSERT('inner'), ['raise', 'ValueError', 'inside']]]]]],
  ],
];
const NAMES = URLS.map((step) => String(step[1]));

function stored(database: Record<string, Json>, settings: Record<string, Json> = {}): Modules {
  const whole = dict({
    ENGINE: 'django.db.backends.sqlite3',
    NAME: '{folder}/database.sqlite3',
    ...database,
  });
  return site(
    {
      ROOT_URLCONF: 'mysite.urls',
      ALLOWED_HOSTS: ['example.com'],
      DATABASES: dict({ default: whole }),
      ...settings,
    },
    {
      'mysite.urls': [...URLS, ['urls', NAMES.map((name) => [`${name}/`, name])]],
      'mysite.layers': [
        ['middleware', 'writer', { request: [INSERT('by a layer')], response: [NOTES] }],
      ],
    },
  );
}

const BEGIN: Step[] = [NAME_SETTINGS, ['setup'], ['clock', 1000], ['handler']];
const ask = (name: string): Step => ['request', { path: `/${name}/` }];

/** The cases. */
export function databaseCases(): Case[] {
  return [...ageCases(), ...connectionCases(), ...logCases(), ...atomicCases()];
}

function ageCases(): Case[] {
  const ages: [string, number | null][] = [
    ['0', 0],
    ['60', 60],
    ['None', null],
  ];
  return ages.flatMap(([name, CONN_MAX_AGE]) => {
    const aged = (...steps: Step[]) => ({
      modules: stored({ CONN_MAX_AGE }),
      steps: [...BEGIN, ...steps],
    });
    return named(`database/age ${name}`, {
      'and a query': aged(ask('query'), ['connection'], ask('query'), ['connection']),
      'and no query': aged(['connection'], ask('none'), ['connection']),
      'and an error': aged(ask('caught'), ['connection'], ['errors'], ask('query'), ['connection']),
      'and an error that ends the view': aged(
        ask('error'),
        ['connection'],
        ['errors'],
        ask('query'),
      ),
      'and autocommit left off': aged(ask('manual'), ['connection'], ask('query'), ['connection']),
      'and time that passes': aged(
        ask('query'),
        ['clock', 1059],
        ask('query'),
        ['connection'],
        ['clock', 1060],
        ask('query'),
        ['connection'],
        ['clock', 1120],
        ask('none'),
        ['connection'],
      ),
      'and a server that does not close': aged(
        ['request', { path: '/query/', close: false }],
        ['connection'],
        ['clock', 1061],
        ask('query'),
        ['connection'],
      ),
    });
  });
}

function connectionCases(): Case[] {
  return named('database/connection', {
    'opened by the first query': {
      modules: stored({}),
      steps: [
        NAME_SETTINGS,
        ['setup'],
        ['receiver', 'heard', [['note', 'connected']]],
        ['connect', 'connection_created', 'heard'],
        ['connection'],
        ['query', 'SELECT 1'],
        ['query', 'SELECT 1'],
        ['connection'],
        ['close old'],
        ['connection'],
        ['query', 'SELECT 1'],
        ['connection'],
      ],
    },
    'closed twice': {
      modules: stored({}),
      steps: [
        NAME_SETTINGS,
        ['close connection'],
        ['query', 'SELECT 1'],
        ['close connection'],
        ['close connection'],
        ['connection'],
      ],
    },
    'in memory': {
      modules: stored({ NAME: ':memory:' }),
      steps: [...BEGIN, ['query', CREATE], INSERT('kept'), ask('query'), ['connection'], NOTES],
    },
    'closed within a transaction': {
      modules: stored({}),
      steps: [
        ...BEGIN,
        ['query', CREATE],
        ['atomic', [INSERT('lost'), ['close connection'], ['query', 'SELECT 1']]],
        ['connection'],
        NOTES,
      ],
    },
    'not closed within a transaction': {
      modules: stored({}),
      steps: [
        ...BEGIN,
        ['atomic', [['query', 'SELECT 1'], ['close old'], ['connection']]],
        ['connection'],
      ],
    },
    'without a database': {
      modules: site(
        { ROOT_URLCONF: 'mysite.urls', ALLOWED_HOSTS: ['example.com'] },
        {
          'mysite.urls': [...URLS, ['urls', NAMES.map((name) => [`${name}/`, name])]],
        },
      ),
      steps: [...BEGIN, ask('none'), ['query', 'SELECT 1']],
    },
    'without a default': {
      modules: site({ DATABASES: dict({ other: dict({}) }) }),
      steps: [NAME_SETTINGS, ['setup'], ['connection'], ['close old']],
    },
    'of an unknown engine': {
      modules: stored({ ENGINE: 'nowhere.backend' }),
      steps: [...BEGIN, ask('query'), ['query', 'SELECT 1']],
    },
    'after a receiver that raises': {
      modules: stored({}),
      steps: [
        ...BEGIN,
        ['receiver', 'bad', [['raise', 'ValueError', 'bad']]],
        ['connect', 'request_finished', 'bad'],
        ask('query'),
        ['connection'],
      ],
    },
  });
}

function logCases(): Case[] {
  const logged = (settings: Record<string, Json>, ...steps: Step[]) => ({
    modules: stored({ CONN_MAX_AGE: null }, settings),
    steps: [...BEGIN, ...steps],
  });
  return named('database/queries', {
    'are forgotten by the next request': logged(
      { DEBUG: true },
      ['query', 'SELECT 0'],
      ['queries'],
      ask('query'),
      ['queries'],
      ask('none'),
      ['queries'],
    ),
    'are not kept': logged({}, ['query', 'SELECT 0'], ['queries']),
    'are forgotten when told': logged(
      { DEBUG: true },
      ['query', 'SELECT 0'],
      ['reset queries'],
      ['queries'],
    ),
    'that fail are kept': logged(
      { DEBUG: true },
      ['try', [['query', 'SELECT * FROM nowhere']]],
      ['queries'],
    ),
  });
}

function atomicCases(): Case[] {
  const names = ['writes', 'raises', 'missing', 'answers', 'apart', 'inner'];
  const both = (atomic: boolean) =>
    Object.fromEntries(
      names.map((name) => [
        `${name}${atomic ? '' : ', not atomic'}`,
        {
          modules: stored(
            { ATOMIC_REQUESTS: atomic },
            { MIDDLEWARE: ['mysite.layers.writer'], DEBUG_PROPAGATE_EXCEPTIONS: false },
          ),
          steps: [...BEGIN, ['query', CREATE] as Step, ask(name), NOTES],
        },
      ]),
    );
  return named('database/atomic', { ...both(true), ...both(false) });
}

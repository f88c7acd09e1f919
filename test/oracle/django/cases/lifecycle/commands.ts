/**
 * Commands, in this process and as projects whose `manage.py` is run.
 *
 * @module
 */

import type { Case, Json } from '../../../model.ts';
import {
  type Modules,
  NAME_SETTINGS,
  named,
  settingsBody,
  site,
  type Step,
  toldApp,
} from './sites.ts';

const DJANGO = '/python/site-packages/django/__main__.py';

/** The cases. */
export function commandCases(): Case[] {
  return [...inProcessCases(), ...projectCases()];
}

function inProcessCases(): Case[] {
  const modules = site(
    { DEBUG: true, INSTALLED_APPS: ['polls'], ROOT_URLCONF: 'mysite.urls' },
    {
      ...toldApp('polls'),
      'mysite.urls': [
        ['note', 'urls run'],
        ['define', { urlpatterns: [] }],
      ],
    },
  );
  const broken = { ...modules, 'polls.models': [['raise', 'ValueError', 'no models']] } as Modules;
  return named('commands', {
    'python -m django, version': { steps: [['manage', [DJANGO, 'version']]] },
    'python -m django, unknown': { steps: [['manage', [DJANGO, 'nowhere']]] },
    'python -m django, without settings': {
      steps: [['manage', [DJANGO, 'runserver']], ['configured']],
    },
    check: { modules, steps: [NAME_SETTINGS, ['manage', ['manage.py', 'check']], ['phases']] },
    'check, settings named': {
      modules,
      steps: [
        ['manage', ['manage.py', 'check', '--settings', 'mysite.settings']],
        ['variable', 'DJANGO_SETTINGS_MODULE'],
      ],
    },
    'check, settings missing': {
      steps: [['manage', ['manage.py', 'check', '--settings=nowhere']], ['phases']],
    },
    'check, application broken': {
      modules: broken,
      steps: [NAME_SETTINGS, ['manage', ['manage.py', 'check']], ['phases']],
    },
    'check, addresses broken': {
      modules: { ...modules, 'mysite.urls': [['raise', 'ValueError', 'no urls']] },
      steps: [NAME_SETTINGS, ['manage', ['manage.py', 'check']], ['phases']],
    },
    'version, application broken': {
      modules: broken,
      steps: [NAME_SETTINGS, ['manage', ['manage.py', 'version']]],
    },
    unknown: { modules, steps: [NAME_SETTINGS, ['manage', ['manage.py', 'chekc']]] },
    'runserver, address of no sense': {
      modules,
      steps: [NAME_SETTINGS, ['manage', ['manage.py', 'runserver', 'nowhere:x', '--noreload']]],
    },
  });
}

const PROJECT: Modules = {
  ...toldApp('polls'),
  mysite: [],
  'mysite.settings': settingsBody(
    {
      DEBUG: true,
      INSTALLED_APPS: ['polls'],
      ROOT_URLCONF: 'mysite.urls',
      WSGI_APPLICATION: 'mysite.wsgi.application',
      MIDDLEWARE: ['mysite.layers.outer'],
    },
    ['note', 'settings run'],
  ),
  'mysite.urls': [
    ['note', 'urls run'],
    ['define', { urlpatterns: [] }],
  ],
  'mysite.layers': [['middleware', 'outer', { init: [['note', 'outer is made']] }]],
  'mysite.wsgi': [['note', 'wsgi runs'], ['application'], ['note', 'wsgi is done']],
};

const MANAGE: Step[] = [
  ['note', 'manage runs'],
  ['environ default', 'DJANGO_SETTINGS_MODULE', 'mysite.settings'],
  ['configured'],
];

/** What is done once an event was the last one for a while. */
type After = [event: Json, verb: string, ...given: Json[]];

interface Project {
  modules?: Modules;
  manage?: Step[];
  command: string[];
  environ?: Record<string, string>;
  prints?: boolean;
  after?: After[];
}

function projectCases(): Case[] {
  const server = ['runserver', '0'];
  const done: Json = ['child', 'wsgi is done'];
  const projects: Record<string, Project> = {
    'parent and child': { command: server, after: [[done, 'terminate']] },
    'started again': {
      command: server,
      after: [
        [done, 'change', 'polls/models.py'],
        [done, 'terminate'],
      ],
    },
    'ended by a change': {
      command: server,
      environ: { RUN_MAIN: 'true' },
      after: [[done, 'change', 'mysite/urls.py']],
    },
    'with a broken application': {
      modules: {
        ...PROJECT,
        'polls.models': [
          ['note', 'polls.models runs'],
          ['raise', 'ValueError', 'no models'],
        ],
      },
      command: server,
      environ: { RUN_MAIN: 'true' },
      after: [[['child', 'urls run'], 'terminate']],
    },
    'with a child that leaves': {
      manage: [...MANAGE, ['in child', [['exit', 5]]]],
      command: server,
    },
    'with a child that leaves to come again': {
      manage: [
        ...MANAGE,
        [
          'in child',
          [
            ['once', [['exit', 3]]],
            ['exit', 0],
          ],
        ],
      ],
      command: server,
    },
    'without reloading': {
      command: [...server, '--noreload'],
      prints: true,
      after: [[['parent', 'wsgi is done'], 'interrupt']],
    },
    'without reloading, broken': {
      modules: { ...PROJECT, 'polls.models': [['raise', 'ValueError', 'no models']] },
      command: [...server, '--noreload'],
      prints: true,
    },
    'without reloading, without hosts': {
      modules: { ...PROJECT, 'mysite.settings': settingsBody({ INSTALLED_APPS: [] }) },
      command: [...server, '--noreload'],
      prints: true,
    },
  };
  return Object.entries(projects).map(
    ([name, { modules = PROJECT, manage = MANAGE, after = [], ...others }]) => ({
      id: `runserver/${name}`,
      modules,
      manage,
      after,
      ...others,
    }),
  );
}

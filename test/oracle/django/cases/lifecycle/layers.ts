/**
 * How layers are loaded, and how a server comes to its application.
 *
 * @module
 */

import type { Case, Json } from '../../../model.ts';
import {
  asked,
  dict,
  type Modules,
  NAME_SETTINGS,
  named,
  settingsBody,
  type Step,
  toldApp,
  USUAL,
  VIEWS,
} from './sites.ts';

const LOUD = {
  LOGGING: dict({
    version: 1,
    disable_existing_loggers: false,
    loggers: dict({ 'django.request': dict({ level: 'DEBUG' }) }),
  }),
};

function layered(layers: string[], body: Step[], settings: Record<string, Json> = {}) {
  const MIDDLEWARE = layers.map((name) => `mysite.layers.${name}`);
  return asked(
    { MIDDLEWARE, ...settings },
    { 'mysite.layers': body },
    ['handler'],
    ['request', { path: '/' }],
  );
}

const told = (name: string): Step => [
  'middleware',
  name,
  {
    init: [['note', `${name} is made`]],
    request: [['note', `${name} on the way in`]],
    response: [['note', `${name} on the way out`]],
  },
];

/** The cases. */
export function loadingCases(): Case[] {
  return [...layerCases(), ...entryCases()];
}

function layerCases(): Case[] {
  const off = (...message: string[]): Step => [
    'middleware',
    'off',
    {
      init: [
        ['note', 'off is made'],
        ['raise', 'MiddlewareNotUsed', ...message],
      ],
    },
  ];
  const layers: Step[] = [told('outer'), off('not today'), told('inner')];
  const names = ['outer', 'off', 'inner'];
  return named('requests/layers', {
    'in order': layered(['outer', 'inner'], layers),
    'not used': layered(names, layers, LOUD),
    'not used in debugging': layered(names, layers, { ...LOUD, DEBUG: true }),
    'not used in debugging, unheard': layered(names, layers, { DEBUG: true }),
    'not used for no reason': layered(names, [told('outer'), off(), told('inner')], {
      ...LOUD,
      DEBUG: true,
    }),
    'that are none': layered(names, [
      told('outer'),
      ['middleware', 'off', {}, true],
      told('inner'),
    ]),
    'that fail': layered(names, [
      told('outer'),
      ['middleware', 'off', { init: [['raise', 'ValueError', 'no layer']] }],
      told('inner'),
    ]),
    'that are missing': layered(['outer', 'nowhere', 'inner'], layers),
    'of a module that is missing': asked({ MIDDLEWARE: ['mysite.nowhere.layer'] }, {}, ['handler']),
    'named without a dot': asked({ MIDDLEWARE: ['layer'] }, {}, ['handler']),
    'of two handlers': asked(
      { MIDDLEWARE: ['mysite.layers.outer'] },
      { 'mysite.layers': layers },
      ['handler'],
      ['handler'],
      ['request', { path: '/' }],
    ),
  });
}

function entryCases(): Case[] {
  const whole: Modules = {
    ...toldApp('polls'),
    ...VIEWS,
    mysite: [],
    'mysite.settings': settingsBody(
      {
        ...USUAL,
        INSTALLED_APPS: ['polls'],
        MIDDLEWARE: ['mysite.layers.outer'],
        FORCE_SCRIPT_NAME: '/forced',
      },
      ['note', 'settings run'],
    ),
    'mysite.layers': [['note', 'layers run'], told('outer')],
    'mysite.urls': [['note', 'urls run'], ...(VIEWS['mysite.urls'] ?? [])],
    'mysite.wsgi': [
      ['note', 'wsgi runs'],
      ['environ default', 'DJANGO_SETTINGS_MODULE', 'mysite.settings'],
      ['application'],
      ['note', 'the application is made'],
    ],
  };
  return named('wsgi', {
    'imported by a server': {
      modules: whole,
      steps: [
        ['import', 'mysite.wsgi'],
        ['prefix'],
        ['application of', 'mysite.wsgi'],
        ['request', { path: '/' }],
      ],
    },
    'imported twice': {
      modules: whole,
      steps: [
        ['import', 'mysite.wsgi'],
        ['import', 'mysite.wsgi'],
      ],
    },
    'with other settings named': {
      modules: { ...whole, 'mysite.other': settingsBody({}, ['note', 'others run']) },
      steps: [
        ['environ', 'DJANGO_SETTINGS_MODULE', 'mysite.other'],
        ['import', 'mysite.wsgi'],
        ['setting', 'SETTINGS_MODULE'],
      ],
    },
    'after setup': {
      modules: whole,
      steps: [NAME_SETTINGS, ['setup'], ['prefix'], ['import', 'mysite.wsgi'], ['prefix']],
    },
    'asked for twice': {
      modules: whole,
      steps: [NAME_SETTINGS, ['get application'], ['get application'], ['request', { path: '/' }]],
    },
    'with a broken layer': {
      modules: { ...whole, 'mysite.layers': [['raise', 'ValueError', 'no layers']] },
      steps: [['import', 'mysite.wsgi'], ['import', 'mysite.wsgi'], ['phases']],
    },
    'with a broken application': {
      modules: { ...whole, 'polls.apps': [['raise', 'ValueError', 'no polls']] },
      steps: [['import', 'mysite.wsgi'], ['import', 'mysite.wsgi'], ['phases']],
    },
    'without settings': {
      modules: { mysite: [], 'mysite.wsgi': [['note', 'wsgi runs'], ['application']] },
      steps: [['import', 'mysite.wsgi'], ['configured']],
    },
  });
}

/**
 * Settings of a module: when they are read, what of it is taken, and what goes wrong.
 *
 * @module
 */

import type { Case, Json } from '../../../model.ts';
import { NAME_SETTINGS, named, settingsBody, site, type Step, TOLD_SETTINGS } from './sites.ts';

/** Settings of one value, read twice. */
function refused(values: Record<string, Json>) {
  const steps: Step[] = [NAME_SETTINGS, ['setting', 'DEBUG'], ['configured'], ['setting', 'DEBUG']];
  return { modules: site(values), steps };
}

/** The cases. */
export function settingsCases(): Case[] {
  return [...readingCases(), ...brokenCases()];
}

function readingCases(): Case[] {
  return named('settings', {
    'read at the first question': {
      modules: TOLD_SETTINGS,
      steps: [
        NAME_SETTINGS,
        ['configured'],
        ['shown'],
        ['import', 'mysite'],
        ['note', 'nothing is read yet'],
        ['setting', 'COLOR'],
        ['configured'],
        ['shown'],
        ['setting', 'DEBUG'],
      ],
    },
    'named too late': {
      modules: { ...TOLD_SETTINGS, 'mysite.other': settingsBody({ COLOR: 'blue' }) },
      steps: [
        NAME_SETTINGS,
        ['setting', 'COLOR'],
        ['environ', 'DJANGO_SETTINGS_MODULE', 'mysite.other'],
        ['setting', 'COLOR'],
      ],
    },
    'copied from the module': {
      modules: TOLD_SETTINGS,
      steps: [
        NAME_SETTINGS,
        ['setting', 'COLOR'],
        ['assign', 'mysite.settings', 'COLOR', 'blue'],
        ['assign', 'mysite.settings', 'SIZE', 3],
        ['setting', 'COLOR'],
        ['setting', 'SIZE'],
      ],
    },
    'whose names are taken': {
      modules: site({
        COLOR: 1,
        Color: 2,
        color: 3,
        _COLOR: 4,
        COLOR_2: 5,
        A: 6,
        _: 7,
        _2: 8,
        ÄRGER: 9,
        STRASSe: 10,
        __COLOR__: 11,
      }),
      steps: [
        NAME_SETTINGS,
        [
          'known',
          ['COLOR', 'Color', 'color', '_COLOR', 'COLOR_2', 'A', '_', '_2', 'ÄRGER', 'STRASSe'],
        ],
        ['known', ['__COLOR__', 'DEBUG', 'SETTINGS_MODULE', 'NOWHERE']],
      ],
    },
    'that were said': {
      modules: site({ DEBUG: false }),
      steps: [
        NAME_SETTINGS,
        ['overridden', 'DEBUG'],
        ['overridden', 'APPEND_SLASH'],
        ['set', 'APPEND_SLASH', false],
        ['overridden', 'APPEND_SLASH'],
        ['setting', 'APPEND_SLASH'],
      ],
    },
    'set and taken away': {
      modules: site(),
      steps: [
        NAME_SETTINGS,
        ['set', 'COLOR', 'red'],
        ['setting', 'COLOR'],
        ['delete', 'COLOR'],
        ['has setting', 'COLOR'],
        ['delete', 'COLOR'],
        ['setting', 'COLOR'],
        ['delete', 'DEBUG'],
        ['setting', 'DEBUG'],
      ],
    },
    'that are deprecated': {
      modules: site({ FILE_CHARSET: 'utf-8', DEFAULT_CONTENT_TYPE: 'text/plain' }),
      steps: [
        NAME_SETTINGS,
        ['warnings', [['setting', 'DEBUG']]],
        ['warnings', [['setting', 'FILE_CHARSET']]],
      ],
    },
    'that read settings': {
      modules: {
        mysite: [],
        'mysite.settings': [
          ['note', 'settings run'],
          ['define', { COLOR: 'red' }],
          ['try', [['setting', 'COLOR']]],
          ['define', { SECRET_KEY: 'x' }],
          ['setting', 'COLOR'],
          ['configured'],
          ['define', { COLOR: 'blue' }],
        ],
      },
      steps: [NAME_SETTINGS, ['setting', 'COLOR'], ['setting', 'SECRET_KEY']],
    },
    'that set the time zone': {
      modules: site({ TIME_ZONE: 'Europe/Berlin' }),
      steps: [NAME_SETTINGS, ['setting', 'TIME_ZONE'], ['variable', 'TZ']],
    },
  });
}

function brokenCases(): Case[] {
  return named('settings/broken', {
    'not named': {
      steps: [
        ['setting', 'DEBUG'],
        ['setup'],
        ['set', 'DEBUG', true],
        ['delete', 'DEBUG'],
        ['known', ['DEBUG']],
        ['overridden', 'DEBUG'],
        ['has setting', 'DEBUG'],
        ['configured'],
        ['shown'],
      ],
    },
    'named with nothing': {
      steps: [
        ['environ', 'DJANGO_SETTINGS_MODULE', ''],
        ['setting', 'ROOT_URLCONF'],
      ],
    },
    missing: {
      steps: [NAME_SETTINGS, ['setting', 'DEBUG'], ['configured'], ['setup'], ['shown']],
    },
    'missing in a package': {
      modules: { mysite: [['note', 'mysite runs']] },
      steps: [NAME_SETTINGS, ['setting', 'DEBUG'], ['setup']],
    },
    'named in a strange way': {
      steps: [
        ['environ', 'DJANGO_SETTINGS_MODULE', '.settings'],
        ['setting', 'DEBUG'],
      ],
    },
    'failing twice': {
      modules: {
        mysite: [],
        'mysite.settings': [
          ['note', 'settings run'],
          ['raise', 'ValueError', 'no settings'],
        ],
      },
      steps: [NAME_SETTINGS, ['setting', 'DEBUG'], ['configured'], ['setup'], ['configured']],
    },
    'importing what is missing': {
      modules: { mysite: [], 'mysite.settings': [['import', 'nowhere']] },
      steps: [NAME_SETTINGS, ['setting', 'DEBUG'], ['setup']],
    },
    'without a secret': refused({ SECRET_KEY: '' }),
    'with a text for a list': refused({ INSTALLED_APPS: 'polls' }),
    'with a text for folders': refused({ LOCALE_PATHS: '/locale' }),
    'with a tuple for a list': refused({ INSTALLED_APPS: { tuple: [] } }),
    'with no time zone that is known': refused({ TIME_ZONE: 'Nowhere/City' }),
    'with two that are wrong': refused({ SECRET_KEY: '', TIME_ZONE: 'Nowhere/City' }),
  });
}

/**
 * Settings made by hand, and other settings for a while.
 *
 * @module
 */

import type { Case } from '../../../model.ts';
import { NAME_SETTINGS, named, site, type Step, TOLD_SETTINGS } from './sites.ts';

/** The cases. */
export function overrideCases(): Case[] {
  return [...configureCases(), ...overlayCases()];
}

function configureCases(): Case[] {
  return named('configure', {
    once: {
      steps: [
        ['configure', { DEBUG: true, COLOR: 'red' }],
        ['configured'],
        ['setting', 'DEBUG'],
        ['setting', 'COLOR'],
        ['setting', 'APPEND_SLASH'],
        ['setting', 'NOWHERE'],
        ['setting', 'SETTINGS_MODULE'],
        ['overridden', 'DEBUG'],
        ['overridden', 'APPEND_SLASH'],
        ['shown'],
      ],
    },
    twice: {
      steps: [
        ['configure', { COLOR: 'red' }],
        ['configure', { COLOR: 'blue' }],
        ['setting', 'COLOR'],
      ],
    },
    'after the module': {
      modules: TOLD_SETTINGS,
      steps: [NAME_SETTINGS, ['setting', 'COLOR'], ['configure', {}], ['setting', 'COLOR']],
    },
    'before the module': {
      modules: TOLD_SETTINGS,
      steps: [NAME_SETTINGS, ['configure', { COLOR: 'blue' }], ['setting', 'COLOR'], ['setup']],
    },
    'after a module that failed': {
      steps: [
        NAME_SETTINGS,
        ['setting', 'COLOR'],
        ['configure', { COLOR: 'blue' }],
        ['setting', 'COLOR'],
      ],
    },
    'over a module': {
      modules: { defaults: [['define', { COLOR: 'red', SIZE: 3 }]] },
      steps: [
        ['import', 'defaults'],
        ['configure', { COLOR: 'blue' }, 'defaults'],
        ['setting', 'COLOR'],
        ['setting', 'SIZE'],
        ['setting', 'DEBUG'],
        ['assign', 'defaults', 'SIZE', 4],
        ['setting', 'SIZE'],
      ],
    },
    'and taken away': {
      steps: [
        ['configure', { COLOR: 'red' }],
        ['delete', 'COLOR'],
        ['has setting', 'COLOR'],
        ['delete', 'DEBUG'],
        ['has setting', 'DEBUG'],
        ['overridden', 'DEBUG'],
        ['known', ['COLOR', 'DEBUG']],
        ['set', 'DEBUG', 1],
        ['setting', 'DEBUG'],
      ],
    },
  });
}

function overlayCases(): Case[] {
  const start: Step[] = [['configure', { COLOR: 'red', SIZES: [1, 2] }], ['watch settings']];
  const look: Step[] = [
    ['setting', 'COLOR'],
    ['overridden', 'COLOR'],
    ['overridden', 'DEBUG'],
  ];
  return named('override', {
    'and put back': {
      steps: [...start, ['override', { COLOR: 'blue', DEBUG: true }, look], ...look],
    },
    nested: {
      steps: [
        ...start,
        ['override', { COLOR: 'blue' }, [['override', { COLOR: 'green' }, look], ...look]],
        ...look,
      ],
    },
    'with an error inside': {
      steps: [
        ...start,
        ['override', { COLOR: 'blue' }, [['raise', 'SystemExit', 'inside']]],
        ['setting', 'COLOR'],
      ],
    },
    'set inside': {
      steps: [
        ...start,
        [
          'override',
          { COLOR: 'blue' },
          [['set', 'COLOR', 'green'], ['setting', 'COLOR'], ['delete', 'COLOR'], ...look],
        ],
        ...look,
      ],
    },
    'of what was not there': {
      steps: [...start, ['override', { NEW: 1 }, [['setting', 'NEW']]], ['has setting', 'NEW']],
    },
    'of lists': {
      steps: [
        ...start,
        [
          'modify',
          {
            SIZES: {
              dict: [
                ['append', [3]],
                ['remove', [1]],
              ],
            },
          },
          [['setting', 'SIZES']],
        ],
        ['setting', 'SIZES'],
      ],
    },
    'of settings that are not there yet': {
      modules: TOLD_SETTINGS,
      steps: [
        NAME_SETTINGS,
        [
          'override',
          { COLOR: 'blue' },
          [['setting', 'COLOR'], ['configured'], ['setting', 'DEBUG']],
        ],
        ['configured'],
        ['setting', 'COLOR'],
      ],
    },
    'of applications': {
      modules: site({ INSTALLED_APPS: ['polls'] }, { ...TOLD_SETTINGS, polls: [], news: [] }),
      steps: [
        ['configure', { INSTALLED_APPS: ['polls'] }],
        ['setup'],
        ['override', { INSTALLED_APPS: ['news'] }, [['configs'], ['phases']]],
        ['configs'],
        ['override', { INSTALLED_APPS: ['nowhere'] }, [['configs']]],
        ['configs'],
        ['phases'],
      ],
    },
  });
}

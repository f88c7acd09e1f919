/**
 * Readying Django: what comes in which order, what comes once, and what an error leaves behind.
 *
 * @module
 */

import type { Case, Json } from '../../../model.ts';
import { dict, type Modules, NAME_SETTINGS, named, site, type Step, toldApp } from './sites.ts';

const TWO = { INSTALLED_APPS: ['polls', 'news'] };
const APPS: Modules = { ...toldApp('polls'), ...toldApp('news') };
const QUIET: Modules = { polls: [], news: [] };

/** A module whose function configures the log. */
const LOG: Modules = {
  'mysite.log': [['function', 'configure', [['note', 'the log is configured'], ['phases']]]],
};
const OWN_LOG = { LOGGING_CONFIG: 'mysite.log.configure', LOGGING: dict({ version: 1 }) };

function startsWith(installed: Json, modules: Modules, ...steps: Step[]) {
  return {
    modules: site({ INSTALLED_APPS: installed }, modules),
    steps: [NAME_SETTINGS, ['setup'], ['phases'], ['setup'], ...steps] as Step[],
  };
}

/** The cases. */
export function setupCases(): Case[] {
  return [...orderCases(), ...reentryCases(), ...entryCases(), ...discoveryCases()];
}

function orderCases(): Case[] {
  const phased = toldApp('polls', [['phases']]);
  return named('setup', {
    order: {
      modules: {
        ...site({ ...TWO, ...OWN_LOG }, { ...APPS, ...LOG }),
        'mysite.settings': [
          ['note', 'settings run'],
          ['define', { SECRET_KEY: 'x', ...TWO, ...OWN_LOG }],
        ],
      },
      steps: [NAME_SETTINGS, ['phases'], ['setup'], ['phases'], ['configs']],
    },
    phases: {
      modules: site(TWO, {
        ...phased,
        'polls.models': [['phases'], ['configs']],
        'polls.apps': [
          ['phases'],
          ['try', [['configs']]],
          ['config', 'PollsConfig', { name: 'polls' }, [['phases'], ['configs']]],
        ],
        news: [['phases']],
        'news.models': [['phases']],
      }),
      steps: [NAME_SETTINGS, ['setup'], ['phases']],
    },
    twice: {
      modules: site({ ...TWO, ...OWN_LOG }, { ...APPS, ...LOG }),
      steps: [NAME_SETTINGS, ['setup'], ['note', 'again'], ['setup'], ['phases']],
    },
    'twice with a prefix': {
      modules: site({ FORCE_SCRIPT_NAME: '/shop', INSTALLED_APPS: [] }),
      steps: [
        NAME_SETTINGS,
        ['prefix'],
        ['setup', { set_prefix: false }],
        ['prefix'],
        ['setup'],
        ['prefix'],
        ['setup', { set_prefix: false }],
        ['prefix'],
      ],
    },
    'without a log': {
      modules: site({ LOGGING_CONFIG: null, LOGGING: dict({ version: 1 }) }, LOG),
      steps: [NAME_SETTINGS, ['setup'], ['phases']],
    },
    'with nothing to say of the log': {
      modules: site({ LOGGING_CONFIG: 'mysite.log.configure' }, LOG),
      steps: [NAME_SETTINGS, ['setup'], ['phases']],
    },
    'with a log that is missing': {
      modules: site({ ...TWO, LOGGING_CONFIG: 'mysite.nowhere.configure' }, APPS),
      steps: [NAME_SETTINGS, ['setup'], ['phases'], ['setup']],
    },
    'with a log of no sense': {
      modules: site({ ...TWO, LOGGING: dict({ version: 2 }) }, APPS),
      steps: [NAME_SETTINGS, ['setup'], ['prefix'], ['phases'], ['setup']],
    },
    'with settings by hand': {
      modules: APPS,
      steps: [['configure', TWO], ['setup'], ['phases']],
    },
  });
}

function reentryCases(): Case[] {
  return named('populate', {
    'from ready': {
      modules: site(TWO, { ...APPS, ...toldApp('polls', [['setup']]) }),
      steps: [NAME_SETTINGS, ['setup'], ['phases'], ['setup'], ['configs']],
    },
    'from ready, caught': {
      modules: site(TWO, { ...APPS, ...toldApp('polls', [['try', [['setup']]]]) }),
      steps: [NAME_SETTINGS, ['setup'], ['phases'], ['setup']],
    },
    'from an application': {
      modules: site(TWO, { ...QUIET, polls: [['populate', ['news']]] }),
      steps: [NAME_SETTINGS, ['setup'], ['phases'], ['setup']],
    },
    'after an error in ready': {
      modules: site(TWO, {
        ...toldApp('polls', [['raise', 'ValueError', 'not ready']]),
        ...toldApp('news'),
      }),
      steps: [NAME_SETTINGS, ['setup'], ['phases'], ['configs'], ['setup'], ['populate', ['news']]],
    },
    'after an error in models': {
      modules: site(TWO, { ...APPS, 'polls.models': [['raise', 'ValueError', 'no models']] }),
      steps: [NAME_SETTINGS, ['setup'], ['phases'], ['configs'], ['setup']],
    },
    'after an exit in ready': {
      modules: site(TWO, { ...APPS, ...toldApp('polls', [['exit', 4]]) }),
      steps: [NAME_SETTINGS, ['setup'], ['phases'], ['setup']],
    },
    'with nothing': { steps: [['populate'], ['phases'], ['populate', []], ['phases']] },
    'before settings': {
      steps: [['configs'], ['installed', 'polls'], ['populate', []], ['configs'], ['phases']],
    },
    'asked too early': {
      modules: site(),
      steps: [NAME_SETTINGS, ['configs'], ['config of', 'polls'], ['installed', 'polls']],
    },
    'asked afterwards': {
      modules: site({ INSTALLED_APPS: ['polls', 'news.feeds'] }, { ...QUIET, 'news.feeds': [] }),
      steps: [
        NAME_SETTINGS,
        ['setup'],
        ['config of', 'feeds'],
        ['config of', 'news.feeds'],
        ['config of', 'none'],
        ['installed', 'news'],
        ['installed', 'news.feeds'],
      ],
    },
  });
}

function entryCases(): Case[] {
  const config = (attributes: Record<string, Json>): Modules => ({
    polls: [],
    'polls.apps': [
      ['config', 'PollsConfig', attributes, []],
      ['class', 'Other'],
    ],
  });
  return named('installed', {
    'that is missing': startsWith(['polls', 'nowhere'], QUIET, ['configs']),
    'below one that is missing': startsWith(['nowhere.apps.Config'], QUIET),
    'that imports what is missing': startsWith(['polls'], { polls: [['import', 'nowhere']] }),
    'that fails': startsWith(['news', 'polls'], {
      ...QUIET,
      polls: [['raise', 'ValueError', 'no polls']],
    }),
    twice: startsWith(['polls', 'polls'], QUIET),
    'with one label for two': startsWith(['polls', 'news.polls'], { ...QUIET, 'news.polls': [] }),
    'with one name for two': startsWith(['polls', 'polls.apps.PollsConfig'], {
      ...config({ name: 'polls', label: 'other' }),
    }),
    'by its class': startsWith(
      ['polls.apps.PollsConfig'],
      config({ name: 'polls', verbose_name: 'Polls of all' }),
      ['configs'],
    ),
    'by a class that is missing': startsWith(['polls.apps.Missing'], config({ name: 'polls' })),
    'by a class of another kind': startsWith(['polls.apps.Other'], config({ name: 'polls' })),
    'by a class without a name': startsWith(['polls.apps.PollsConfig'], config({})),
    'by a class of another name': startsWith(
      ['polls.apps.PollsConfig'],
      config({ name: 'nowhere' }),
    ),
  });
}

function discoveryCases(): Case[] {
  const modules = site(TWO, {
    polls: [],
    'polls.admin': [
      ['note', 'polls.admin runs'],
      ['register', 'poll'],
    ],
    news: [],
    'news.feeds': [['note', 'news.feeds runs']],
  });
  const broken: Modules = {
    ...modules,
    'news.admin': [
      ['register', 'half'],
      ['raise', 'ValueError', 'no'],
    ],
  };
  const importing: Modules = { ...modules, 'news.admin': [['import', 'nowhere']] };
  const begin: Step[] = [NAME_SETTINGS, ['register', 'first']];
  return named('autodiscover', {
    'before setup': { modules, steps: [...begin, ['discover', ['admin']]] },
    'where there are some': {
      modules,
      steps: [...begin, ['setup'], ['discover', ['admin', 'feeds'], true], ['registry']],
    },
    'a second time': {
      modules,
      steps: [...begin, ['setup'], ['discover', ['admin']], ['discover', ['admin']], ['registry']],
    },
    'where one is broken': {
      modules: broken,
      steps: [...begin, ['setup'], ['discover', ['admin'], true], ['registry']],
    },
    'where one is broken, with no registry': {
      modules: broken,
      steps: [...begin, ['setup'], ['discover', ['admin']], ['registry']],
    },
    'where one imports what is missing': {
      modules: importing,
      steps: [...begin, ['setup'], ['discover', ['admin'], true], ['registry']],
    },
  });
}

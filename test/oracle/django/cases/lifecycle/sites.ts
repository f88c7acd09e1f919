/**
 * What the programs of suite django-lifecycle are made of: steps, and modules of steps.
 *
 * @module
 */

import type { Case, Json } from '../../../model.ts';

/** What is to be done: a verb and what it is given. */
export type Step = [verb: string, ...given: Json[]];

/** The steps of the bodies of modules, by the names of the modules. */
export type Modules = Record<string, Step[]>;

/** A program before it has a name. */
export interface Described {
  modules?: Modules;
  steps: Step[];
}

/** Python's dict of a record. */
export function dict(values: Record<string, Json>): Json {
  return { dict: Object.entries(values) };
}

/** The body of a settings module. */
export function settingsBody(values: Record<string, Json> = {}, ...before: Step[]): Step[] {
  return [...before, ['define', { SECRET_KEY: 'lifecycle', ...values }]];
}

/** Names the settings module of the program. */
export const NAME_SETTINGS: Step = ['environ', 'DJANGO_SETTINGS_MODULE', 'mysite.settings'];

/** Modules with settings of these values. */
export function site(values: Record<string, Json> = {}, modules: Modules = {}): Modules {
  return { mysite: [], 'mysite.settings': settingsBody(values), ...modules };
}

/** An application that tells whenever one of its modules runs, and when it is ready. */
export function toldApp(name: string, ready: Step[] = []): Modules {
  const title = `${name.charAt(0).toUpperCase()}${name.slice(1)}Config`;
  return {
    [name]: [
      ['note', `${name} runs`],
      ['define', { default_app_config: `${name}.apps.${title}` }],
    ],
    [`${name}.apps`]: [
      ['note', `${name}.apps runs`],
      ['config', title, { name }, [['note', `${name} is ready`], ...ready]],
    ],
    [`${name}.models`]: [['note', `${name}.models runs`]],
  };
}

/** Programs with their names as cases. */
export function named(group: string, programs: Record<string, Described>): Case[] {
  return Object.entries(programs).map(([name, { modules, steps }]) => ({
    id: `${group}/${name}`,
    ...(modules && { modules }),
    steps,
  }));
}

/** A settings module that tells when it runs. */
export const TOLD_SETTINGS: Modules = {
  mysite: [],
  'mysite.settings': settingsBody({ COLOR: 'red' }, ['note', 'settings run']),
};

/** A URLconf whose views tell that they are called. */
export const VIEWS: Modules = {
  'mysite.urls': [
    ['view', 'hello', [['note', 'hello is called'], ['urlconf'], ['prefix']]],
    ['view', 'broken', [['raise', 'ValueError', 'no page']]],
    ['view', 'leaving', [['raise', 'SystemExit', 'away']]],
    [
      'urls',
      [
        ['', 'hello'],
        ['broken/', 'broken'],
        ['leaving/', 'leaving'],
      ],
    ],
  ],
};

/** Settings with which these views are asked. */
export const USUAL = { ROOT_URLCONF: 'mysite.urls', ALLOWED_HOSTS: ['example.com'] };

/** A program that readies a site with these views. */
export function asked(settings: Record<string, Json>, modules: Modules, ...steps: Step[]) {
  return {
    modules: site({ ...USUAL, ...settings }, { ...VIEWS, ...modules }),
    steps: [NAME_SETTINGS, ['setup'], ['listen'], ...steps] as Step[],
  };
}

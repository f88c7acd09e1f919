/**
 * Verbs that ready Django, ask its registry, and read or change settings.
 *
 * @module
 */

import { setup } from '#runtime/django';
import { type AppConfig, apps } from '#runtime/django/apps';
import { settings } from '#runtime/django/conf';
import { settingChanged } from '#runtime/django/core/signals';
import { type ListChange, modifySettings, overrideSettings } from '#runtime/django/test/utils';
import { getScriptPrefix } from '#runtime/django/urls';
import { autodiscoverModules } from '#runtime/django/utils/module-loading';
import { loadModule } from '#runtime/importlib';
import type { Json } from '../../../model.ts';
import { decode, encode } from '../values.ts';
import { decodeAll, type Step, type Verb } from './program.ts';

function described(config: AppConfig): Json {
  return [config.label, config.name, config.verboseName, config.constructor.name];
}

/** Verbs of setup and of the registry of applications. */
const SETUP_VERBS: Record<string, Verb> = {
  setup: (_, options: { set_prefix?: boolean } = {}) =>
    setup({ setPrefix: options.set_prefix ?? true }),
  populate: (_, installed?: string[]) => apps.populate(installed),
  phases: (program) => program.tell('phases', apps.appsReady, apps.modelsReady, apps.ready),
  configs: (program) => program.tell('configs', apps.getAppConfigs().map(described)),
  'config of': (program, label: string) =>
    program.tell('config', described(apps.getAppConfig(label))),
  installed: (program, name: string) => program.tell('installed', apps.isInstalled(name)),
  prefix: (program) => program.tell('prefix', getScriptPrefix()),
  discover: (program, names: string[], registers = false) =>
    autodiscoverModules(names, registers ? { registerTo: program.registry } : {}),
  register: (program, key: string) => {
    program.registry._registry.set(key, true);
  },
  registry: (program) => program.tell('registry', [...program.registry._registry.keys()]),
};

/** Verbs of setup and of settings. */
export const SETTINGS_VERBS: Record<string, Verb> = {
  ...SETUP_VERBS,
  setting: (program, name: string) => program.tell('setting', name, encode(settings[name])),
  'has setting': (program, name: string) => program.tell('has', name, name in settings),
  set: (_, name: string, value: Json) => {
    settings[name] = decode(value);
  },
  delete: (_, name: string) => {
    Reflect.deleteProperty(settings, name);
  },
  configured: (program) => program.tell('configured', settings.configured),
  configure: (_, values: Record<string, Json>, module?: string) =>
    settings.configure(decodeAll(values), module ? { defaultSettings: loadModule(module) } : {}),
  overridden: (program, name: string) =>
    program.tell('overridden', name, settings.isOverridden(name)),
  known: (program, names: string[]) => {
    const there = settings.__dir__();
    program.tell(
      'known',
      names.filter((name) => there.includes(name)),
    );
  },
  shown: (program) => program.tell('shown', String(settings)),
  override: (program, values: Record<string, Json>, steps: Step[]) =>
    overrideSettings(decodeAll(values), () => program.attempt(steps)),
  modify: (program, changes: Record<string, Json>, steps: Step[]) =>
    modifySettings(decodeAll(changes) as Record<string, ListChange>, () => program.attempt(steps)),
  'watch settings': (program) =>
    settingChanged.connect(
      ({ setting, value, enter }) => program.tell('setting changed', setting, encode(value), enter),
      { weak: false },
    ),
};

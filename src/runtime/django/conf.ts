/**
 * Settings, read when they are first asked for and not before.
 *
 * @module
 */

import { AttributeError, RuntimeError } from '../builtins.ts';
import { environ } from '../os.ts';
import { PerProcess, startProcess } from '../process.ts';
import { globalSettings, type Settings } from './conf/global-settings.ts';
import { ImproperlyConfigured } from './core/exceptions.ts';
import { importModule } from './utils/module-loading.ts';

export { RuntimeError } from '../builtins.ts';
export type { Settings } from './conf/global-settings.ts';

/** The variable that names the settings module. @models django.conf:ENVIRONMENT_VARIABLE */
export const ENVIRONMENT_VARIABLE = 'DJANGO_SETTINGS_MODULE';

/** Settings that were read: values by name, over what they fall back to. */
export interface SettingsHolder {
  /** What Python would call the class of this holder. */
  kind: 'Settings' | 'UserSettingsHolder';
  values: Partial<Settings>;
  fallback: SettingsHolder | null;
}

const wrapped = new PerProcess<SettingsHolder | null>(() => null);

const LISTS = new Set(['INSTALLED_APPS', 'TEMPLATE_DIRS', 'LOCALE_PATHS']);

/** The settings of this process: those of a module, or those that `configure` was given. @models django.conf:LazySettings */
export class LazySettings {
  /** Whether the settings have been read. @models django.conf:LazySettings.configured */
  get configured(): boolean {
    return wrapped.value !== null;
  }

  /** Sets the settings by hand instead of from a module. @throws {RuntimeError} when there are settings already. @models django.conf:LazySettings.configure */
  configure(options: Partial<Settings> = {}): void {
    if (this.configured) throw new RuntimeError('Settings already configured.');
    wrapped.value = { kind: 'UserSettingsHolder', values: { ...options }, fallback: null };
  }

  /** Whether a site said anything about a setting. @models django.conf:Settings.is_overridden */
  isOverridden(setting: string): boolean {
    for (let holder = wrapped.value; holder; holder = holder.fallback) {
      if (setting in holder.values) return true;
    }
    return false;
  }
}

/** Reads a setting. @throws {ImproperlyConfigured} where there are none. @throws {AttributeError} @models django.conf:LazySettings.__getattr__ */
function readSetting(name: string): unknown {
  const first = (wrapped.value ??= load(name));
  for (let holder: SettingsHolder | null = first; holder; holder = holder.fallback) {
    if (name in holder.values) return holder.values[name];
  }
  if (name in globalSettings) return globalSettings[name];
  throw new AttributeError(
    first.kind === 'Settings'
      ? `'Settings' object has no attribute '${name}'`
      : `module 'django.conf.global_settings' has no attribute '${name}'`,
  );
}

function load(name: string): SettingsHolder {
  const module = environ()[ENVIRONMENT_VARIABLE];
  if (!module) {
    throw new ImproperlyConfigured(
      `Requested setting ${name}, but settings are not configured. You must either define the environment variable ${ENVIRONMENT_VARIABLE} or call settings.configure() before accessing settings.`,
    );
  }
  const values: Partial<Settings> = { SETTINGS_MODULE: module };
  for (const [setting, value] of Object.entries(importModule(module))) {
    if (!isSettingName(setting)) continue;
    if (LISTS.has(setting) && !Array.isArray(value)) {
      throw new ImproperlyConfigured(`The ${setting} setting must be a list or a tuple. `);
    }
    values[setting] = value;
  }
  if (!values.SECRET_KEY) {
    throw new ImproperlyConfigured('The SECRET_KEY setting must not be empty.');
  }
  return { kind: 'Settings', values, fallback: null };
}

function isSettingName(name: string): boolean {
  return /\p{Lu}/u.test(name) && name === name.toUpperCase();
}

/** Lays values over the settings; the result takes them off again. */
export function overlaySettings(values: Partial<Settings>): () => void {
  const before = wrapped.value ?? load(Object.keys(values)[0] ?? '');
  wrapped.value = { kind: 'UserSettingsHolder', values: { ...values }, fallback: before };
  return () => {
    wrapped.value = before;
  };
}

/** Starts a new process with these settings, so that nothing is left of what ran before. */
export function freshSettings(options: Partial<Settings> = {}): LazySettings & Settings {
  startProcess();
  settings.configure(options);
  return settings;
}

/** The settings of this process, each under its name. @models django.conf:settings */
export const settings = new Proxy(new LazySettings(), {
  get(target, name) {
    if (typeof name === 'string' && isSettingName(name)) return readSetting(name);
    const own: unknown = Reflect.get(target, name, target);
    return own;
  },
  set(_, name, value) {
    if (typeof name === 'symbol') return false;
    const holder = (wrapped.value ??= load(name));
    holder.values[name] = value;
    return true;
  },
  has(target, name) {
    return typeof name === 'string' && isSettingName(name)
      ? settings.isOverridden(name) || name in globalSettings
      : Reflect.has(target, name);
  },
}) as LazySettings & Settings;

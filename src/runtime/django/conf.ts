/**
 * Settings, read when they are first asked for and not before.
 *
 * @module
 */

import { AttributeError, RuntimeError } from '../builtins.ts';
import { environ } from '../os.ts';
import { PerProcess, startProcess } from '../process.ts';
import { globalSettings, type Settings } from './conf/global-settings.ts';
import {
  isDeprecated,
  isSettingName,
  ModuleSettings,
  type SettingsHolder,
  UserSettingsHolder,
  warnIfDeprecated,
} from './conf/holders.ts';
import { ImproperlyConfigured } from './core/exceptions.ts';

export { RuntimeError } from '../builtins.ts';
export type { Settings } from './conf/global-settings.ts';
export { ModuleSettings, type SettingsHolder, UserSettingsHolder } from './conf/holders.ts';

/** The variable that names the settings module. @models django.conf:ENVIRONMENT_VARIABLE */
export const ENVIRONMENT_VARIABLE = 'DJANGO_SETTINGS_MODULE';

/** What holds the settings, and what was read of it so far. */
interface State {
  holder: SettingsHolder | null;
  /** Values as they were when they were first read: a later change of what lies below is not seen. */
  known: Map<string, unknown>;
}

const state = new PerProcess<State>(() => stateOf(null));

function stateOf(holder: SettingsHolder | null): State {
  return { holder, known: new Map() };
}

/** How settings are made by hand. */
export interface ConfigureOptions {
  /** What answers for settings that were not made: an object, a class or a module; Django's defaults unless told. */
  defaultSettings?: object;
}

/** The settings of this process: those of a module, or those that `configure` was given. @models django.conf:LazySettings */
export class LazySettings {
  /** Whether the settings have been read. @models django.conf:LazySettings.configured */
  get configured(): boolean {
    return state.value.holder !== null;
  }

  /** Sets the settings by hand instead of from a module. @throws {RuntimeError} when there are settings already. @models django.conf:LazySettings.configure */
  configure(
    values: Partial<Settings> = {},
    { defaultSettings = globalSettings }: ConfigureOptions = {},
  ): void {
    if (this.configured) throw new RuntimeError('Settings already configured.');
    const holder = new UserSettingsHolder(defaultSettings);
    for (const [name, value] of Object.entries(values)) holder.write(name, value);
    state.value = stateOf(holder);
  }

  /** Whether a site said anything about a setting. @throws {ImproperlyConfigured} where there are none. @models django.conf:Settings.is_overridden */
  isOverridden(setting: string): boolean {
    return holder('setting is_overridden').isOverridden(setting);
  }

  /** Takes a setting away, its default too. @throws {AttributeError} @models django.conf:LazySettings.__delattr__ */
  __delattr__(setting: string): void {
    holder('settings').remove(setting);
    state.value.known.delete(setting);
  }

  /** The names of the settings, in order. @throws {ImproperlyConfigured} where there are none. @models django.conf:UserSettingsHolder.__dir__ */
  __dir__(): string[] {
    return holder('settings').names();
  }

  /** As Python shows it, without reading anything. @models django.conf:LazySettings.__repr__ */
  __repr__(): string {
    const { holder: read } = state.value;
    return read
      ? `<LazySettings "${read.settingsModule ?? 'None'}">`
      : '<LazySettings [Unevaluated]>';
  }

  /** The same. @models django.conf:LazySettings.__repr__ */
  toString(): string {
    return this.__repr__();
  }
}

/** A setting as Django's own code reads it: nobody is warned that it is deprecated. @throws {ImproperlyConfigured} where there are none. @throws {AttributeError} @models django.conf:LazySettings.__getattr__ */
export function readSetting<Name extends keyof Settings>(name: Name): Settings[Name] {
  const { known } = state.value;
  const before = known.get(String(name));
  if (before !== undefined) return before as Settings[Name];
  const value = holder(`setting ${name}`).read(String(name));
  state.value.known.set(String(name), value);
  return value as Settings[Name];
}

function holder(wanted: string): SettingsHolder {
  return state.value.holder ?? setUp(wanted);
}

/** @models django.conf:LazySettings._setup */
function setUp(wanted: string): SettingsHolder {
  const module = environ()[ENVIRONMENT_VARIABLE];
  if (!module) {
    throw new ImproperlyConfigured(
      `Requested ${wanted}, but settings are not configured. You must either define the environment variable ${ENVIRONMENT_VARIABLE} or call settings.configure() before accessing settings.`,
    );
  }
  const made = new ModuleSettings(module);
  state.value = stateOf(made);
  return made;
}

/** What holds the settings now; `null` before they are read. */
export function settingsHolder(): SettingsHolder | null {
  return state.value.holder;
}

/** Lays values over the settings, or over nothing where there are none; the result takes them off again. */
export function overlaySettings(values: Partial<Settings>): () => void {
  const before = state.value.holder;
  const overlay = new UserSettingsHolder(before);
  for (const [name, value] of Object.entries(values)) overlay.write(name, value);
  state.value = stateOf(overlay);
  return () => {
    state.value = stateOf(before);
  };
}

/** Starts a new process with these settings, so that nothing is left of what ran before. */
export function freshSettings(options: Partial<Settings> = {}): LazySettings & Settings {
  startProcess();
  settings.configure(options);
  return settings;
}

/** Django's own settings of which nobody is warned. */
const PLAIN: ReadonlySet<string> = new Set(
  Object.keys(globalSettings).filter((name) => isSettingName(name) && !isDeprecated(name)),
);

/** The settings of this process, each under its name. @models django.conf:settings */
export const settings = new Proxy(new LazySettings(), {
  get(target, name) {
    if (typeof name === 'string' && PLAIN.has(name)) return readSetting(name);
    if (typeof name === 'symbol' || !isSettingName(name)) {
      const own: unknown = Reflect.get(target, name, target);
      return own;
    }
    warnIfDeprecated(name);
    return readSetting(name);
  },
  set(_, name, value) {
    if (typeof name === 'symbol') return false;
    holder('settings').write(name, value);
    state.value.known.delete(name);
    return true;
  },
  has(target, name) {
    if (typeof name !== 'string' || !isSettingName(name)) return Reflect.has(target, name);
    return hasSetting(name);
  },
  deleteProperty(target, name) {
    target.__delattr__(String(name));
    return true;
  },
}) as LazySettings & Settings;

/** @models builtins:hasattr */
function hasSetting(name: string): boolean {
  try {
    readSetting(name);
    return true;
  } catch (error) {
    if (error instanceof AttributeError) return false;
    throw error;
  }
}

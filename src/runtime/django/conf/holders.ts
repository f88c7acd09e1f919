/**
 * Where the values of settings are kept: those of a module, and those set by hand over others.
 *
 * @module
 */

import { AttributeError, ValueError } from '../../builtins.ts';
import { attributeOf, loadModule, Module } from '../../importlib.ts';
import { isClass, isPlainObject, missingAttribute } from '../../objects.ts';
import { environ } from '../../os.ts';
import { warn, type WarningCategory } from '../../warnings.ts';
import { ImproperlyConfigured } from '../core/exceptions.ts';
import { RemovedInDjango30Warning, RemovedInDjango31Warning } from '../utils/deprecation.ts';
import { globalSettings } from './global-settings.ts';
import { isKnownTimeZone } from './time-zone.ts';

/** What settings are read from and written to. */
export interface SettingsHolder {
  readonly settingsModule: string | null;
  /** @throws {AttributeError} */
  read(name: string): unknown;
  write(name: string, value: unknown): void;
  /** @throws {AttributeError} */
  remove(name: string): void;
  isOverridden(name: string): boolean;
  names(): string[];
}

const LISTS = new Set(['INSTALLED_APPS', 'TEMPLATE_DIRS', 'LOCALE_PATHS']);

/** @models django.conf:DEFAULT_CONTENT_TYPE_DEPRECATED_MSG */
export const DEFAULT_CONTENT_TYPE_DEPRECATED_MSG =
  'The DEFAULT_CONTENT_TYPE setting is deprecated.';

/** @models django.conf:FILE_CHARSET_DEPRECATED_MSG */
export const FILE_CHARSET_DEPRECATED_MSG =
  'The FILE_CHARSET setting is deprecated. Starting with Django 3.1, all files read from disk must be UTF-8 encoded.';

const DEPRECATED: Readonly<Record<string, [message: string, category: WarningCategory]>> = {
  DEFAULT_CONTENT_TYPE: [DEFAULT_CONTENT_TYPE_DEPRECATED_MSG, RemovedInDjango30Warning],
  FILE_CHARSET: [FILE_CHARSET_DEPRECATED_MSG, RemovedInDjango31Warning],
};

/** Whether Django 2.2 wants to be rid of a setting. */
export function isDeprecated(name: string): boolean {
  return Object.hasOwn(DEPRECATED, name);
}

/** Warns of a setting that Django 2.2 wants to be rid of. */
export function warnIfDeprecated(name: string): void {
  const deprecation = isDeprecated(name) ? DEPRECATED[name] : undefined;
  if (deprecation) warn(...deprecation);
}

/** Whether a name is that of a setting: it has letters, and all of them are capitals. @models builtins:str.isupper */
export function isSettingName(name: string): boolean {
  return /\p{Lu}/u.test(name) && name === name.toUpperCase();
}

/** The settings of a module, over the defaults. @models django.conf:Settings */
export class ModuleSettings implements SettingsHolder {
  readonly settingsModule: string;
  readonly #values: Map<string, unknown>;
  readonly #explicit = new Set<string>();

  /** @throws {ImproperlyConfigured} @throws {ValueError} for a time zone that nobody knows; whatever the import throws. */
  constructor(settingsModule: string) {
    this.settingsModule = settingsModule;
    this.#values = new Map(Object.entries(globalSettings));
    this.write('SETTINGS_MODULE', settingsModule);
    this.#copy(loadModule(settingsModule));
    if (!this.#values.get('SECRET_KEY')) {
      throw new ImproperlyConfigured('The SECRET_KEY setting must not be empty.');
    }
    for (const name of Object.keys(DEPRECATED)) {
      if (this.isOverridden(name)) warnIfDeprecated(name);
    }
    this.#moveToTimeZone(this.#values.get('TIME_ZONE'));
  }

  /** A value. @throws {AttributeError} */
  read(name: string): unknown {
    const found = this.#values.get(name);
    if (found !== undefined || this.#values.has(name)) return found;
    throw this.#missing(name);
  }

  /** Sets a value; that does not count as overriding it. */
  write(name: string, value: unknown): void {
    this.#values.set(name, value);
  }

  /** Removes a value. @throws {AttributeError} */
  remove(name: string): void {
    if (!this.#values.delete(name)) throw this.#missing(name);
  }

  /** Whether the module says something about a setting. @models django.conf:Settings.is_overridden */
  isOverridden(name: string): boolean {
    return this.#explicit.has(name);
  }

  /** Which settings there are. */
  names(): string[] {
    return [...this.#values.keys()].toSorted();
  }

  /** As Python shows it. @models django.conf:Settings.__repr__ */
  toString(): string {
    return `<Settings "${this.settingsModule}">`;
  }

  #copy(module: Module): void {
    for (const name of Object.keys(module).filter(isSettingName).toSorted()) {
      if (LISTS.has(name) && !Array.isArray(module[name])) {
        throw new ImproperlyConfigured(`The ${name} setting must be a list or a tuple. `);
      }
      this.write(name, module[name]);
      this.#explicit.add(name);
    }
  }

  #moveToTimeZone(zone: unknown): void {
    if (typeof zone !== 'string' || zone === '') return;
    if (!isKnownTimeZone(zone)) throw new ValueError(`Incorrect timezone setting: ${zone}`);
    environ()['TZ'] = zone;
  }

  #missing(name: string): AttributeError {
    return new AttributeError(`'Settings' object has no attribute '${name}'`);
  }
}

/** Settings made by hand over others, which answer what these do not know. @models django.conf:UserSettingsHolder */
export class UserSettingsHolder implements SettingsHolder {
  readonly settingsModule = null;
  readonly defaultSettings: object | null;
  readonly #values = new Map<string, unknown>();
  readonly #deleted = new Set<string>();

  /** @param defaultSettings other settings, a module, any object, or `null` for nothing at all. */
  constructor(defaultSettings: object | null) {
    this.defaultSettings = defaultSettings;
  }

  /** A value: the one set here, or that of the defaults. @throws {AttributeError} @models django.conf:UserSettingsHolder.__getattr__ */
  read(name: string): unknown {
    if (this.#values.has(name)) return this.#values.get(name);
    if (this.#deleted.has(name)) throw new AttributeError();
    if (name === 'SETTINGS_MODULE') return this.settingsModule;
    return readFrom(this.defaultSettings, name);
  }

  /** Sets a value. @models django.conf:UserSettingsHolder.__setattr__ */
  write(name: string, value: unknown): void {
    this.#deleted.delete(name);
    warnIfDeprecated(name);
    this.#values.set(name, value);
  }

  /** Removes a value, and hides that of the defaults. @models django.conf:UserSettingsHolder.__delattr__ */
  remove(name: string): void {
    this.#deleted.add(name);
    this.#values.delete(name);
  }

  /** Whether a setting was set or removed here, or the defaults say that it was. @models django.conf:UserSettingsHolder.is_overridden */
  isOverridden(name: string): boolean {
    const other = this.defaultSettings as Partial<SettingsHolder> | null;
    const before = other?.isOverridden?.(name) ?? false;
    return this.#deleted.has(name) || this.#values.has(name) || before;
  }

  /** Which settings there are. @models django.conf:UserSettingsHolder.__dir__ */
  names(): string[] {
    const { defaultSettings: other } = this;
    const before = isHolder(other) ? other.names() : Object.keys(other ?? {});
    const all = new Set([...this.#values.keys(), ...before]);
    return [...all].filter((name) => !this.#deleted.has(name)).toSorted();
  }

  /** As Python shows it. @models django.conf:UserSettingsHolder.__repr__ */
  toString(): string {
    return '<UserSettingsHolder>';
  }
}

function isHolder(settings: object | null): settings is SettingsHolder {
  return settings instanceof ModuleSettings || settings instanceof UserSettingsHolder;
}

function readFrom(settings: object | null, name: string): unknown {
  if (settings === null) throw new AttributeError(`'object' object has no attribute '${name}'`);
  if (isHolder(settings)) return settings.read(name);
  if (settings instanceof Module) return attributeOf(settings, name);
  if (name in settings) return (settings as Record<string, unknown>)[name];
  if (settings === globalSettings) {
    throw new AttributeError(`module 'django.conf.global_settings' has no attribute '${name}'`);
  }
  if (isClass(settings)) {
    throw new AttributeError(`type object '${settings.name}' has no attribute '${name}'`);
  }
  if (!isPlainObject(settings)) throw missingAttribute(settings, name);
  throw new AttributeError(`'types.SimpleNamespace' object has no attribute '${name}'`);
}

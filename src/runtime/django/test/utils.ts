/**
 * Other settings for a while.
 *
 * @module
 */

import { shareModule } from '../../importlib.ts';
import { isException, ValueError } from '../../builtins.ts';
import { apps } from '../apps/registry.ts';
import { overlaySettings, settings, settingsHolder, type Settings } from '../conf.ts';
import { settingChanged } from '../core/signals.ts';
import { connectTestSignals } from './signals.ts';

connectTestSignals();

type Callable = (...given: never[]) => unknown;

/** Settings that are changed, and put back: by hand, around a body, or around each call of a function. @models django.test.utils:override_settings */
export class SettingsOverride {
  readonly #makeOptions: () => Partial<Settings>;
  #options: Partial<Settings> = {};
  #restore: (() => void) | null = null;

  /** `options` may be made at the moment when the settings are changed. */
  constructor(options: Partial<Settings> | (() => Partial<Settings>)) {
    this.#makeOptions = typeof options === 'function' ? options : () => options;
  }

  /** Changes the settings and tells about each. @throws what a receiver throws, the settings put back. @models django.test.utils:override_settings.enable */
  enable(): void {
    this.#options = this.#makeOptions();
    if ('INSTALLED_APPS' in this.#options) installApps(this.#options.INSTALLED_APPS ?? []);
    this.#restore = overlaySettings(this.#options);
    for (const [setting, value] of Object.entries(this.#options)) {
      try {
        settingChanged.send(holderClass(), { setting, value, enter: true });
      } catch (error) {
        this.#putBack();
        throw error;
      }
    }
  }

  /** Puts the settings back and tells about each. @throws the first error of a receiver, when all have heard it. @models django.test.utils:override_settings.disable */
  disable(): void {
    const failed = this.#putBack().find(isException);
    if (failed) throw failed;
  }

  /** Runs a body with these settings, as `with` does in Python. */
  run<T>(body: () => T): T {
    this.enable();
    try {
      return body();
    } finally {
      this.disable();
    }
  }

  /** A function whose every call has these settings. @models django.test.utils:TestContextDecorator.decorate_callable */
  decorate<Function extends Callable>(func: Function): Function {
    const inner = (...given: never[]) => this.run(() => func(...given));
    Object.defineProperty(inner, 'name', { value: func.name, configurable: true });
    shareModule(inner, func);
    return Object.assign(inner, func) as Callable as Function;
  }

  #putBack(): unknown[] {
    if ('INSTALLED_APPS' in this.#options) apps.unsetInstalledApps();
    this.#restore?.();
    return Object.keys(this.#options).flatMap((setting) => {
      const value = setting in settings ? settings[setting] : null;
      const heard = settingChanged.sendRobust(holderClass(), { setting, value, enter: false });
      return heard.map(([, response]) => response);
    });
  }
}

/** Other settings: for the body, where there is one, else to be used. @models django.test.utils:override_settings */
export function overrideSettings(values: Partial<Settings>): SettingsOverride;
export function overrideSettings<T>(values: Partial<Settings>, body: () => T): T;
export function overrideSettings<T>(
  values: Partial<Settings>,
  body?: () => T,
): SettingsOverride | T {
  const override = new SettingsOverride(values);
  return body ? override.run(body) : override;
}

/** What is to be done to a list: one thing, or several. */
export interface ListChange {
  append?: unknown;
  prepend?: unknown;
  remove?: unknown;
}

/** Lists in the settings with something added or taken away. @throws {ValueError} for anything else. @models django.test.utils:modify_settings */
export function modifySettings(changes: Record<string, ListChange>): SettingsOverride;
export function modifySettings<T>(changes: Record<string, ListChange>, body: () => T): T;
export function modifySettings<T>(
  changes: Record<string, ListChange>,
  body?: () => T,
): SettingsOverride | T {
  const override = new SettingsOverride(() =>
    Object.fromEntries(
      Object.entries(changes).map(([name, change]) => [name, changed(name, change)]),
    ),
  );
  return body ? override.run(body) : override;
}

/** @models django.test.utils:modify_settings.enable */
function changed(name: string, change: ListChange): unknown[] {
  let list = name in settings ? [...(settings[name] as Iterable<unknown>)] : [];
  for (const [action, given] of Object.entries(change)) {
    const items: unknown[] = Array.isArray(given) ? given : [given];
    const missing = items.filter((item) => !list.includes(item));
    if (action === 'append') list.push(...missing);
    else if (action === 'prepend') list.unshift(...missing);
    else if (action === 'remove') list = list.filter((item) => !items.includes(item));
    else throw new ValueError(`Unsupported action: ${action}`);
  }
  return list;
}

function installApps(installed: readonly unknown[]): void {
  try {
    apps.setInstalledApps(installed);
  } catch (error) {
    if (isException(error)) apps.unsetInstalledApps();
    throw error;
  }
}

function holderClass(): unknown {
  return settingsHolder()?.constructor ?? null;
}

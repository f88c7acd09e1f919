/**
 * The installed applications of a process.
 *
 * @module
 */

import { IndexError, LookupError, RuntimeError, ValueError } from '../../builtins.ts';
import { PerProcess } from '../../process.ts';
import { settings } from '../conf.ts';
import { AppRegistryNotReady, ImproperlyConfigured } from '../core/exceptions.ts';
import { AppConfig } from './config.ts';

type Configs = Map<string, AppConfig>;

interface Phases {
  appsReady: boolean;
  modelsReady: boolean;
  ready: boolean;
}

interface State extends Phases {
  configs: Configs;
  stored: Configs[];
  loading: boolean;
}

const NO_PHASE: Phases = { appsReady: false, modelsReady: false, ready: false };
const ALL_PHASES: Phases = { appsReady: true, modelsReady: true, ready: true };

let master: Apps | null = null;

/**
 * Knows which applications are installed. It is filled in three phases: applications are
 * imported, then their `models` modules, then each is told that it is ready. Models themselves
 * are not registered: this runtime has none. @models django.apps.registry:Apps
 */
export class Apps {
  readonly #process = new PerProcess<State>(() => ({
    ...NO_PHASE,
    configs: new Map(),
    stored: [],
    loading: false,
  }));

  /** Makes a registry, and fills it unless it is that of the process. @throws {RuntimeError} for a second one without applications. */
  constructor(installedApps: readonly unknown[] | null = []) {
    if (installedApps === null && master) {
      throw new RuntimeError('You must supply an installed_apps argument.');
    }
    if (installedApps !== null) this.populate(installedApps);
  }

  /** Whether the applications are there: the first phase is over. */
  get appsReady(): boolean {
    return this.#process.value.appsReady;
  }

  /** Whether the models are there: the second phase is over. */
  get modelsReady(): boolean {
    return this.#process.value.modelsReady;
  }

  /** Whether all three phases are over. */
  get ready(): boolean {
    return this.#process.value.ready;
  }

  /** The configurations by label, as far as there are any. */
  get appConfigs(): ReadonlyMap<string, AppConfig> {
    return this.#process.value.configs;
  }

  /**
   * Fills the registry, unless that is done. Once it has failed, whatever failed, each further
   * call fails for being one too many. @throws {RuntimeError} when it is called while it runs.
   * @throws {ImproperlyConfigured} @models django.apps.registry:Apps.populate
   */
  populate(installedApps?: readonly unknown[]): void {
    const state = this.#process.value;
    if (state.ready) return;
    if (state.loading) throw new RuntimeError("populate() isn't reentrant");
    state.loading = true;
    if (!installedApps) throw new TypeError("'NoneType' object is not iterable");
    for (const entry of installedApps) this.#add(state.configs, entry);
    rejectSameNames([...state.configs.values()]);
    state.appsReady = true;
    for (const config of state.configs.values()) config.importModels();
    state.modelsReady = true;
    for (const config of this.getAppConfigs()) config.ready();
    state.ready = true;
  }

  /** @throws {AppRegistryNotReady} before the first phase is over. @throws {ImproperlyConfigured} where that is for want of settings. @models django.apps.registry:Apps.check_apps_ready */
  checkAppsReady(): void {
    if (this.appsReady) return;
    void settings.INSTALLED_APPS;
    throw new AppRegistryNotReady("Apps aren't loaded yet.");
  }

  /** @throws {AppRegistryNotReady} before the second phase is over. @models django.apps.registry:Apps.check_models_ready */
  checkModelsReady(): void {
    if (!this.modelsReady) throw new AppRegistryNotReady("Models aren't loaded yet.");
  }

  /** The configurations in the order in which they are installed. @throws {AppRegistryNotReady} @models django.apps.registry:Apps.get_app_configs */
  getAppConfigs(): AppConfig[] {
    this.checkAppsReady();
    return [...this.appConfigs.values()];
  }

  /** The configuration of a label. @throws {LookupError} @throws {AppRegistryNotReady} @models django.apps.registry:Apps.get_app_config */
  getAppConfig(appLabel: string): AppConfig {
    this.checkAppsReady();
    const found = this.appConfigs.get(appLabel);
    if (found) return found;
    const meant = this.getAppConfigs().find((config) => config.name === appLabel);
    const hint = meant ? ` Did you mean '${meant.label}'?` : '';
    throw new LookupError(`No installed app with label '${appLabel}'.${hint}`);
  }

  /** Whether an application of this dotted name is installed. @throws {AppRegistryNotReady} @models django.apps.registry:Apps.is_installed */
  isInstalled(appName: string): boolean {
    return this.getAppConfigs().some((config) => config.name === appName);
  }

  /** The innermost application around a dotted path, or `null`. @throws {AppRegistryNotReady} @models django.apps.registry:Apps.get_containing_app_config */
  getContainingAppConfig(objectName: string): AppConfig | null {
    const around = this.getAppConfigs().filter(({ name }) =>
      `${objectName}.`.startsWith(`${name}.`),
    );
    return around.toSorted((one, other) => other.name.length - one.name.length)[0] ?? null;
  }

  /** Leaves some applications, by name, until `unsetAvailableApps`. @throws {ValueError} for one that is not installed. @models django.apps.registry:Apps.set_available_apps */
  setAvailableApps(available: Iterable<string>): void {
    const state = this.#process.value;
    const wanted = new Set(available);
    const installed = new Set(this.getAppConfigs().map(({ name }) => name));
    const extra = [...wanted].filter((name) => !installed.has(name));
    if (extra.length > 0) {
      throw new ValueError(
        `Available apps isn't a subset of installed apps, extra apps: ${extra.join(', ')}`,
      );
    }
    state.stored.push(state.configs);
    state.configs = new Map([...state.configs].filter(([, { name }]) => wanted.has(name)));
  }

  /** Goes back to the applications before `setAvailableApps`. @throws {IndexError} where there is nothing to go back to. @models django.apps.registry:Apps.unset_available_apps */
  unsetAvailableApps(): void {
    const state = this.#process.value;
    const before = state.stored.pop();
    if (!before) throw new IndexError('pop from empty list');
    state.configs = before;
  }

  /** Installs other applications until `unsetInstalledApps`, which has to follow even where this throws. @throws {AppRegistryNotReady} @models django.apps.registry:Apps.set_installed_apps */
  setInstalledApps(installedApps: readonly unknown[]): void {
    const state = this.#process.value;
    if (!state.ready) throw new AppRegistryNotReady("App registry isn't ready yet.");
    state.stored.push(state.configs);
    Object.assign(state, NO_PHASE, { configs: new Map(), loading: false });
    this.populate(installedApps);
  }

  /** Goes back to the applications before `setInstalledApps`. @throws {IndexError} where there is nothing to go back to. @models django.apps.registry:Apps.unset_installed_apps */
  unsetInstalledApps(): void {
    this.unsetAvailableApps();
    Object.assign(this.#process.value, ALL_PHASES);
  }

  /** Goes on as if nothing were installed and all were ready, for a program that starts although its applications cannot. */
  pretendReady(): void {
    Object.assign(this.#process.value, ALL_PHASES, { configs: new Map() });
  }

  #add(configs: Configs, entry: unknown): void {
    const config = entry instanceof AppConfig ? entry : AppConfig.create(entry);
    if (configs.has(config.label)) {
      throw new ImproperlyConfigured(
        `Application labels aren't unique, duplicates: ${config.label}`,
      );
    }
    configs.set(config.label, config);
    config.apps = this;
  }
}

function rejectSameNames(configs: readonly AppConfig[]): void {
  const byName = Object.groupBy(configs, ({ name }) => name);
  const counts = Object.entries(byName).map(([name, same = []]) => ({ name, times: same.length }));
  const duplicates = counts
    .filter(({ times }) => times > 1)
    .toSorted((one, other) => other.times - one.times);
  if (duplicates.length === 0) return;
  const names = duplicates.map(({ name }) => name).join(', ');
  throw new ImproperlyConfigured(`Application names aren't unique, duplicates: ${names}`);
}

/** The registry of the process. @models django.apps.registry:apps */
export const apps = (master = new Apps(null));

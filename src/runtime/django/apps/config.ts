/**
 * One installed application, and how it is found from an entry of `INSTALLED_APPS`.
 *
 * @module
 */

import { AttributeError, ImportError } from '../../builtins.ts';
import { attributeOf, findAttribute, loadModule, type Module } from '../../importlib.ts';
import { isClass, missingAttribute } from '../../objects.ts';
import { repr } from '../../repr.ts';
import { ImproperlyConfigured } from '../core/exceptions.ts';
import { moduleHasSubmodule } from '../utils/submodules.ts';
import { pathFromModule } from './path.ts';
import type { Apps } from './registry.ts';

/** The module of an application that is imported in the second phase. @models django.apps.config:MODELS_MODULE_NAME */
export const MODELS_MODULE_NAME = 'models';

/** An application's configuration. @models django.apps.config:AppConfig */
export class AppConfig {
  /** The dotted name of the application: in Python the class's `name`, which every JavaScript class has already. */
  static readonly appName: string | undefined;
  /** A short name, unique in the site; the last part of the dotted name unless told. */
  static readonly label: string | undefined;
  /** A name for people. */
  static readonly verboseName: string | undefined;
  /** The folder in which the application lies. */
  static readonly path: string | undefined;

  readonly name: string;
  readonly module: Module;
  readonly label: string;
  readonly verboseName: string;
  readonly path: string;
  /** The registry that holds this configuration. */
  apps: Apps | null = null;
  /** The application's `models` module once it was imported, if it has one; what it defines is not looked at, for this runtime has no models. */
  modelsModule: Module | null = null;

  /** @throws {ImproperlyConfigured} for an application without a place. */
  constructor(appName: string, appModule: Module) {
    const told = this.constructor as typeof AppConfig;
    this.name = appName;
    this.module = appModule;
    this.label = told.label ?? appName.slice(appName.lastIndexOf('.') + 1);
    this.verboseName = told.verboseName ?? titleCase(this.label);
    this.path = told.path ?? pathFromModule(appModule);
  }

  /**
   * The configuration for an entry of `INSTALLED_APPS`: the dotted path of an application, which
   * may name a class of its own in `default_app_config`, or that of such a class.
   * @throws {ImproperlyConfigured} @throws {ImportError} @models django.apps.config:AppConfig.create
   */
  static create(entry: unknown): AppConfig {
    if (typeof entry !== 'string') throw missingAttribute(entry, 'startswith');
    const module = importApp(entry);
    const chosen = module && findAttribute(module, 'default_app_config');
    if (module && !chosen) return new this(entry, module);
    return createByClass(chosen ? chosen.value : entry, module);
  }

  /** Imports the `models` module, if there is one. @models django.apps.config:AppConfig.import_models */
  importModels(): void {
    if (!moduleHasSubmodule(this.module, MODELS_MODULE_NAME)) return;
    this.modelsModule = loadModule(`${this.name}.${MODELS_MODULE_NAME}`);
  }

  /** Called when every application and all models are there; for a subclass to say what to do. @models django.apps.config:AppConfig.ready */
  ready(): void {}

  /** As Python shows it. @models django.apps.config:AppConfig.__repr__ */
  __repr__(): string {
    return `<${this.constructor.name}: ${this.label}>`;
  }

  /** As Python shows it. @models django.apps.config:AppConfig.__repr__ */
  toString(): string {
    return this.__repr__();
  }
}

function importApp(entry: string): Module | null {
  try {
    return loadModule(entry);
  } catch (error) {
    if (!(error instanceof ImportError) || !entry.includes('.')) throw error;
    return null;
  }
}

function createByClass(path: unknown, module: Module | null): AppConfig {
  if (typeof path !== 'string') throw missingAttribute(path, 'rpartition');
  const dot = path.lastIndexOf('.');
  const [modulePath, className] = [path.slice(0, Math.max(dot, 0)), path.slice(dot + 1)];
  const ConfigClass = findClass(loadModule(modulePath), className, path, module);
  if (!isClass(ConfigClass)) throw new TypeError('issubclass() arg 1 must be a class');
  if (!isConfigClass(ConfigClass)) {
    throw new ImproperlyConfigured(`'${path}' isn't a subclass of AppConfig.`);
  }
  const { appName } = ConfigClass;
  if (appName === undefined) {
    throw new ImproperlyConfigured(`'${path}' must supply a name attribute.`);
  }
  return new ConfigClass(appName, importNamed(appName, `${modulePath}.${className}`));
}

function findClass(home: Module, name: string, path: string, module: Module | null): unknown {
  try {
    return attributeOf(home, name);
  } catch (error) {
    if (module || !(error instanceof AttributeError)) throw error;
  }
  const choices = Object.entries(home)
    .filter(([, value]) => isClass(value) && isConfigClass(value) && value !== AppConfig)
    .map(([choice]) => repr(choice))
    .toSorted();
  if (choices.length === 0) return loadModule(path);
  throw new ImproperlyConfigured(
    `'${home.__name__}' does not contain a class '${name}'. Choices are: ${choices.join(', ')}.`,
  );
}

function importNamed(appName: string, classPath: string): Module {
  try {
    return loadModule(appName);
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    const message = `Cannot import '${appName}'. Check that '${classPath}.name' is correct.`;
    throw Object.assign(new ImproperlyConfigured(message), { cause: error });
  }
}

function isConfigClass(value: { prototype: unknown }): value is typeof AppConfig {
  return value === AppConfig || value.prototype instanceof AppConfig;
}

/** @models builtins:str.title */
function titleCase(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/\p{L}[\p{L}\p{M}]*/gu, (word) => word.charAt(0).toUpperCase() + word.slice(1));
}

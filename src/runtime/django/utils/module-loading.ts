/**
 * Finding things by their dotted path. The imports themselves are `importlib`'s.
 *
 * @module
 */

import { AttributeError, ImportError, isException } from '../../builtins.ts';
import { attributeOf, loadModule } from '../../importlib.ts';
import { apps } from '../apps/registry.ts';
import { moduleHasSubmodule } from './submodules.ts';

export {
  defineModule,
  importModule,
  moduleExists,
  type ModuleNamespace,
  ModuleNotFoundError,
  moduleOf,
  registerModule,
  shareModule,
} from '../../importlib.ts';
export { moduleHasSubmodule } from './submodules.ts';

/** Something in which modules register as they are imported. */
export interface Registry {
  _registry: object;
}

/** Imports a module and takes one thing out of it. @throws {ImportError} @models django.utils.module_loading:import_string */
export function importString(dottedPath: string): unknown {
  const [modulePath, name] = splitPath(dottedPath);
  const module = loadModule(modulePath);
  try {
    return attributeOf(module, name);
  } catch (error) {
    if (!(error instanceof AttributeError)) throw error;
    const message = `Module "${modulePath}" does not define a "${name}" attribute/class`;
    throw Object.assign(new ImportError(message), { cause: error });
  }
}

const MOST_PATHS = 256;
const paths = new Map<string, readonly [modulePath: string, name: string]>();

/** The module's path and what is in it; settings name the same ones with each request. */
function splitPath(dottedPath: string): readonly [modulePath: string, name: string] {
  const known = paths.get(dottedPath);
  if (known) return known;
  const dot = dottedPath.lastIndexOf('.');
  if (dot < 0) throw new ImportError(`${dottedPath} doesn't look like a module path`);
  const made = [dottedPath.slice(0, dot), dottedPath.slice(dot + 1)] as const;
  if (paths.size >= MOST_PATHS) paths.clear();
  paths.set(dottedPath, made);
  return made;
}

/** What a setting means: the thing at a dotted path, or the thing itself. @throws {ImportError} */
export function resolveSetting<T>(setting: string | T): T {
  return typeof setting === 'string' ? (importString(setting) as T) : setting;
}

/**
 * Imports a module of each name from every application that has one. Where such an import fails,
 * `registerTo` is put back to what it was before. @throws what the import of a module that is
 * there throws. @models django.utils.module_loading:autodiscover_modules
 */
export function autodiscoverModules(
  names: readonly string[],
  { registerTo = null }: { registerTo?: Registry | null } = {},
): void {
  for (const { name: appName, module } of apps.getAppConfigs()) {
    for (const name of names) {
      const before = registerTo && copyOf(registerTo._registry);
      try {
        loadModule(`${appName}.${name}`);
      } catch (error) {
        if (!isException(error)) throw error;
        if (registerTo && before) registerTo._registry = before;
        if (moduleHasSubmodule(module, name)) throw error;
      }
    }
  }
}

/** @models copy:copy */
function copyOf(registry: object): object {
  if (registry instanceof Map) return new Map(registry);
  if (registry instanceof Set) return new Set(registry);
  return Array.isArray(registry) ? [...(registry as unknown[])] : { ...registry };
}

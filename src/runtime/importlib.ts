/**
 * Python imports by dotted name. JavaScript cannot look up a module by a name that it learns
 * while it runs, so a program says first which modules there are, as files lie on a disk;
 * a body runs when the module is first imported, once in each process.
 *
 * @module
 */

import { ImportError, ValueError } from './builtins.ts';
import { cannotImportName, findAttribute, Module } from './importlib/module.ts';
import { PerProcess } from './process.ts';
import { repr } from './repr.ts';

export { attributeOf, findAttribute, Module } from './importlib/module.ts';

/** What a module defines, by name. */
export type ModuleNamespace = object;

/**
 * A module's text: what it defines; or a function that runs at the first import and gives that
 * back, or fills the module that it is handed. Only what was filled in can be seen by a circular
 * import.
 */
export type ModuleBody = ModuleNamespace | ((module: Module) => ModuleNamespace | void);

/** Where a module lies. */
export interface ModulePlace {
  /** Whether it is a package; true where it has submodules, unless said otherwise. */
  package?: boolean;
  /** The path of its file, `/polls/views.py` where it is not said; `null` for none. */
  file?: string | null;
  /** The folders of a package; that of its file unless they are said. */
  path?: readonly string[];
}

/** No module of this name is registered. @models builtins:ModuleNotFoundError */
export class ModuleNotFoundError extends ImportError {
  override name = 'ModuleNotFoundError';
}

interface Source extends ModulePlace {
  run: (module: Module) => ModuleNamespace | void;
}

const sources = new Map<string, Source>();
const loaded = new PerProcess<Map<string, Module>>(() => new Map());
const homes = new WeakMap<WeakKey, string>();

/** Puts a module where imports find it. */
export function registerModule(name: string, body: ModuleBody, place: ModulePlace = {}): void {
  const run = typeof body === 'function' ? (body as Source['run']) : () => body;
  sources.set(name, { ...place, run });
  loaded.value.delete(name);
}

/** Takes a module away from where imports find it, as if its file were deleted; who has imported it keeps it. */
export function unregisterModule(name: string): void {
  sources.delete(name);
}

/** Registers a module of the runtime's own; what it defines is known as its own before any import. */
export function defineModule(name: string, namespace: ModuleNamespace): void {
  registerModule(name, namespace);
  claimAll(namespace, name);
}

/**
 * Imports a module, the packages around it first; a body that throws is run again by the next
 * import. @throws {ModuleNotFoundError} @models importlib:import_module
 */
export function importModule(name: string): ModuleNamespace {
  return loadModule(name);
}

/** Like `importModule`; for who wants the module itself, not what is known to be in it. */
export function loadModule(name: string): Module {
  const known = loaded.value.get(name);
  if (known) return known;
  if (name === '') throw new ValueError('Empty module name');
  if (name.startsWith('.')) {
    throw new TypeError(
      `the 'package' argument is required to perform a relative import for ${repr(name)}`,
    );
  }
  return load(name);
}

/** One name out of a module, as `from polls import views` takes it: what it defines, or a submodule. @throws {ImportError} */
export function importFrom(moduleName: string, name: string): unknown {
  const module = loadModule(moduleName);
  const found = findAttribute(module, name);
  if (found) return found.value;
  const submodule = `${moduleName}.${name}`;
  if (module.__path__ && moduleExists(submodule)) return importModule(submodule);
  throw new ImportError(cannotImportName(module, name));
}

/** Whether a module, or a package around one, is registered. */
export function moduleExists(name: string): boolean {
  return sources.has(name) || hasSubmodules(name);
}

/** The names of the modules directly in a package, in order. @models pkgutil:iter_modules */
export function submodulesOf(packageName: string): string[] {
  const inside = Array.from(sources.keys()).filter((name) => name.startsWith(`${packageName}.`));
  const names = inside.map((name) => name.slice(packageName.length + 1).split('.')[0] ?? '');
  return [...new Set(names)].toSorted();
}

/** The paths of the files whose modules were imported in this process, in the order in which that began. @models sys:modules */
export function importedFiles(): string[] {
  return Array.from(loaded.value.values(), (module) => module.__file__).filter(
    (file) => file !== null,
  );
}

/** Whether a module was imported in this process, or is being imported. */
export function isImported(name: string): boolean {
  return loaded.value.has(name);
}

/** The module that a function or class came from; a script's own are `__main__`'s. */
export function moduleOf(value: WeakKey): string {
  return homes.get(value) ?? '__main__';
}

/** Has one function count as a part of the module that another came from. */
export function shareModule(value: WeakKey, from: WeakKey): void {
  const home = homes.get(from);
  if (home !== undefined) homes.set(value, home);
}

function load(name: string): Module {
  const parent = importParent(name);
  const already = loaded.value.get(name);
  if (already) return already;
  if (parent && !parent.__path__) {
    const reason = `; ${repr(parent.__name__)} is not a package`;
    throw new ModuleNotFoundError(`No module named ${repr(name)}${reason}`);
  }
  if (!moduleExists(name)) throw new ModuleNotFoundError(`No module named ${repr(name)}`);
  const module = makeModule(name);
  run(module, sources.get(name));
  if (parent) bindSubmodule(parent, name, module);
  return module;
}

function importParent(name: string): Module | null {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? null : loadModule(name.slice(0, dot));
}

function run(module: Module, source: Source | undefined): void {
  const name = module.__name__;
  loaded.value.set(name, module);
  try {
    module.finish(source?.run(module) ?? module);
  } catch (error) {
    loaded.value.delete(name);
    throw error;
  }
  claimAll(module, name);
}

function claimAll(namespace: ModuleNamespace, name: string): void {
  for (const value of Object.values(namespace)) {
    if (typeof value === 'function' && !homes.has(value)) homes.set(value, name);
  }
}

function makeModule(name: string): Module {
  const source = sources.get(name);
  const folder = `/${name.replaceAll('.', '/')}`;
  if (!source) return new Module({ name, file: null, searchPath: [folder] });
  const isPackage = source.package ?? (source.path !== undefined || hasSubmodules(name));
  const usual = isPackage ? `${folder}/__init__.py` : `${folder}.py`;
  const file = source.file === undefined ? usual : source.file;
  const searchPath = source.path ?? (file === null ? [] : [file.slice(0, file.lastIndexOf('/'))]);
  return new Module({ name, file, searchPath: isPackage ? searchPath : null });
}

function bindSubmodule(parent: Module, name: string, module: Module): void {
  Object.defineProperty(parent, name.slice(name.lastIndexOf('.') + 1), {
    value: module,
    configurable: true,
    writable: true,
  });
}

function hasSubmodules(name: string): boolean {
  return Array.from(sources.keys()).some((known) => known.startsWith(`${name}.`));
}

/**
 * Python imports by dotted name. JavaScript cannot look up a module by a name that it learns
 * while it runs, so a program says first which modules there are, as files lie on a disk;
 * a body runs when the module is first imported, once in each process.
 *
 * @module
 */

import { ImportError } from '../../builtins.ts';
import { PerProcess } from '../../process.ts';

/** What a module defines, by name. */
export type ModuleNamespace = object;

/** No module of this name is registered. @models builtins:ModuleNotFoundError */
export class ModuleNotFoundError extends ImportError {
  override name = 'ModuleNotFoundError';
}

const sources = new Map<string, () => ModuleNamespace>();
const loaded = new PerProcess<Map<string, ModuleNamespace>>(() => new Map());
const homes = new WeakMap<WeakKey, string>();

/** Puts a module where imports find it: its body as a function, or at once what it defines. */
export function registerModule(
  name: string,
  body: ModuleNamespace | (() => ModuleNamespace),
): void {
  const run = typeof body === 'function' ? (body as () => ModuleNamespace) : () => body;
  sources.set(name, run);
  loaded.value.delete(name);
}

/** Registers a module of Django's own; what it defines is known as its own before any import. */
export function defineModule(name: string, namespace: ModuleNamespace): void {
  registerModule(name, namespace);
  for (const value of Object.values(namespace)) claim(value, name);
}

/** Has one function count as a part of the module that another came from. */
export function shareModule(value: WeakKey, from: WeakKey): void {
  const home = homes.get(from);
  if (home !== undefined) homes.set(value, home);
}

/** Imports a module; a body that throws is run again by the next import. @throws {ModuleNotFoundError} @models importlib:import_module */
export function importModule(name: string): ModuleNamespace {
  const known = loaded.value.get(name);
  if (known) return known;
  const body = sources.get(name);
  if (!body) throw new ModuleNotFoundError(`No module named '${firstMissing(name)}'`);
  const namespace = body();
  for (const value of Object.values(namespace)) claim(value, name);
  loaded.value.set(name, namespace);
  return namespace;
}

/** Imports a module and takes one thing out of it. @throws {ImportError} @models django.utils.module_loading:import_string */
export function importString(dottedPath: string): unknown {
  const dot = dottedPath.lastIndexOf('.');
  if (dot < 0) throw new ImportError(`${dottedPath} doesn't look like a module path`);
  const [modulePath, name] = [dottedPath.slice(0, dot), dottedPath.slice(dot + 1)];
  const namespace: Record<string, unknown> = { ...importModule(modulePath) };
  if (name in namespace) return namespace[name];
  throw new ImportError(`Module "${modulePath}" does not define a "${name}" attribute/class`);
}

/** What a setting means: the thing at a dotted path, or the thing itself. @throws {ImportError} */
export function resolveSetting<T>(setting: string | T): T {
  return typeof setting === 'string' ? (importString(setting) as T) : setting;
}

/** Whether a module, or a package around one, is registered. */
export function moduleExists(name: string): boolean {
  return (
    sources.has(name) || Array.from(sources.keys()).some((known) => known.startsWith(`${name}.`))
  );
}

/** The module that a function or class came from; a script's own are `__main__`'s. */
export function moduleOf(value: WeakKey): string {
  return homes.get(value) ?? '__main__';
}

function claim(value: unknown, name: string): void {
  if (typeof value === 'function' && !homes.has(value)) homes.set(value, name);
}

function firstMissing(name: string): string {
  const parts = name.split('.');
  const prefixes = parts.map((_, index) => parts.slice(0, index + 1).join('.'));
  return prefixes.find((prefix) => !moduleExists(prefix)) ?? name;
}

/**
 * Modules as objects: what they define, under names, and where they lie.
 *
 * @module
 */

import { AttributeError } from '../builtins.ts';
import { camelCase } from '../naming.ts';
import { repr } from '../repr.ts';

/** Where a module lies on the simulated disk. */
export interface ModuleSpec {
  /** Its dotted name. */
  readonly name: string;
  /** The path of its file; `null` for a namespace package, or one without a place. */
  readonly file: string | null;
  /** The folders in which its submodules lie; `null` for what is no package. */
  readonly searchPath: readonly string[] | null;
}

/** A module: what it defines are its own properties. @models types:ModuleType */
export class Module {
  [attribute: string]: unknown;

  readonly #spec: ModuleSpec;
  #initializing = true;

  constructor(spec: ModuleSpec) {
    this.#spec = spec;
  }

  /** The dotted name. @models types:ModuleType.__name__ */
  get __name__(): string {
    return this.#spec.name;
  }

  /** The path of its file, where it has one. */
  get __file__(): string | null {
    return this.#spec.file;
  }

  /** The folders of a package, where it is one. */
  get __path__(): readonly string[] | null {
    return this.#spec.searchPath;
  }

  /** Whether its body still runs: a circular import sees such a module. */
  get isInitializing(): boolean {
    return this.#initializing;
  }

  /** Takes over what a body gave back, and ends the initialization. */
  finish(defined: object): void {
    if (defined !== this) {
      Object.defineProperties(this, Object.getOwnPropertyDescriptors(defined));
    }
    this.#initializing = false;
  }

  /** As Python shows it. @models types:ModuleType.__repr__ */
  __repr__(): string {
    const { name, file, searchPath } = this.#spec;
    if (file !== null) return `<module '${name}' from '${file}'>`;
    return searchPath ? `<module '${name}' (namespace)>` : `<module '${name}'>`;
  }

  /** As Python shows it. @models types:ModuleType.__repr__ */
  toString(): string {
    return this.__repr__();
  }
}

/**
 * What a module defines under a name. Python's `snake_case` also finds the `camelCase` that a
 * function has here. @throws {AttributeError} @models builtins:getattr
 */
export function attributeOf(module: Module, name: string): unknown {
  const found = findAttribute(module, name);
  if (found) return found.value;
  throw new AttributeError(
    module.isInitializing
      ? `partially initialized module '${module.__name__}' has no attribute '${name}' (most likely due to a circular import)`
      : `module '${module.__name__}' has no attribute '${name}'`,
  );
}

/** What a module defines under a name, in a box; `null` where it defines nothing. */
export function findAttribute(module: Module, name: string): { value: unknown } | null {
  if (Object.hasOwn(module, name)) return { value: module[name] };
  const camel = camelCase(name);
  if (Object.hasOwn(module, camel)) return { value: module[camel] };
  if (name === '__name__') return { value: module.__name__ };
  if (name === '__file__' && module.__file__ !== null) return { value: module.__file__ };
  if (name === '__path__' && module.__path__ !== null) return { value: module.__path__ };
  return null;
}

/** What an import says that finds a module but not a name in it. */
export function cannotImportName(module: Module, name: string): string {
  const place = module.__file__ ?? 'unknown location';
  const from = module.isInitializing
    ? `partially initialized module ${repr(module.__name__)} (most likely due to a circular import)`
    : repr(module.__name__);
  return `cannot import name ${repr(name)} from ${from} (${place})`;
}

/**
 * The sources of functions, fetched module by module when they are wanted.
 *
 * @module
 */

import { type FunctionSource, type ModuleSources, moduleOfName, pathOfSources } from './sources.ts';

/** Gets a file of this site, as JSON. */
export type FetchJson = (path: string) => Promise<unknown>;

/** Where the list of all modules is. */
export const INDEX = '/workshop/sources/index.json';

/** Sources, as far as they have come. */
export class SourceShelf {
  readonly #fetchJson: FetchJson;
  readonly #modules = new Map<string, ModuleSources>();
  readonly #asked = new Map<string, Promise<void>>();
  #index: Promise<ReadonlySet<string>> | undefined;

  constructor(fetchJson: FetchJson) {
    this.#fetchJson = fetchJson;
  }

  /** The source of a function, if it is here. */
  get(name: string): FunctionSource | undefined {
    return this.#modules.get(moduleOfName(name))?.[name];
  }

  /** Whether the module of a function has come. */
  has(name: string): boolean {
    return this.#modules.has(moduleOfName(name));
  }

  /** Gets the modules of some functions. One that cannot be had is empty. */
  async load(names: Iterable<string>): Promise<void> {
    const modules = new Set(Array.from(names, moduleOfName));
    await Promise.all(Array.from(modules, (module) => this.#load(module)));
  }

  #load(module: string): Promise<void> {
    const known = this.#asked.get(module);
    if (known) return known;
    const asked = this.#fetch(module).then((sources) => {
      this.#modules.set(module, sources);
    });
    this.#asked.set(module, asked);
    return asked;
  }

  async #fetch(module: string): Promise<ModuleSources> {
    try {
      this.#index ??= this.#fetchJson(INDEX).then((list) => new Set(list as string[]));
      if (!(await this.#index).has(module)) return {};
      return (await this.#fetchJson(pathOfSources(module))) as ModuleSources;
    } catch {
      return {};
    }
  }
}

/**
 * Runs scripts of modules, in the order in which modules would run.
 *
 * @module
 */

import vm from 'node:vm';
import { BeyondScripts } from './beyond-scripts.ts';
import { findOthers } from './other-modules.ts';
import type { LinkedScript, OtherImport } from './protocol.ts';

type Exports = Record<string, unknown>;

/** Scripts by their URLs: the same text need not be compiled again. */
export type KeptScripts = Map<string, { code: string; script: vm.Script }>;

/** What a script's function is given. */
type ScriptFunction = (
  load: (place: number, isWhole?: boolean) => object,
  hoist: (functions: () => Exports) => void,
  entered: Uint8Array,
) => Exports;

/** The scripts of one chapter in their thread. */
export class ScriptRun {
  readonly #linked: LinkedScript[];
  readonly #entered: Uint8Array;
  readonly #scripts: (vm.Script | undefined)[] = [];
  readonly #exports: (Exports | undefined)[] = [];
  readonly #early: (() => Exports)[] = [];
  readonly #namespaces: object[] = [];
  readonly #kept: KeptScripts;
  #others = new Map<OtherImport, object>();

  /** @param kept scripts of jobs that have run in the thread before, and of this one */
  constructor(linked: LinkedScript[], entered: Uint8Array, kept: KeptScripts) {
    this.#linked = linked;
    this.#entered = entered;
    this.#kept = kept;
  }

  /**
   * Runs the first scripts and what they import.
   *
   * @throws {BeyondScripts} where Node's own loader has to do it; whatever a script throws.
   */
  async run(count: number): Promise<Exports[]> {
    this.#others = await findOthers(this.#linked);
    return this.#linked.slice(0, count).map((_, place) => this.#load(place));
  }

  /** What V8 has compiled of some scripts by now. */
  compiled(places: number[]): [place: number, code: Uint8Array][] {
    return places.flatMap((place) => {
      const script = this.#scripts[place];
      return script ? [[place, script.createCachedData()]] : [];
    });
  }

  #load(place: number): Exports {
    const known = this.#exports[place] ?? this.#early[place]?.();
    if (known) return known;
    const linked = this.#linked[place];
    if (!linked) throw new Error(`There is no script ${place}.`);
    const { url, code, compiled, imports } = linked;
    const kept = this.#kept.get(url);
    const script =
      kept?.code === code
        ? kept.script
        : new vm.Script(code, {
            filename: url,
            ...(compiled && { cachedData: compiled }),
            importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
          });
    this.#kept.set(url, { code, script });
    this.#scripts[place] = script;
    const run = script.runInThisContext() as ScriptFunction;
    this.#early[place] = () => ({});
    const load = (at: number, isWhole = false): object => {
      const wanted = imports[at];
      if (typeof wanted !== 'number') return (wanted && this.#others.get(wanted)) ?? {};
      const exports = this.#load(wanted);
      return isWhole ? this.#namespace(wanted, exports) : exports;
    };
    const exports = run(load, (early) => (this.#early[place] = early), this.#entered);
    this.#exports[place] = exports;
    return exports;
  }

  #namespace(place: number, exports: Exports): object {
    return (this.#namespaces[place] ??= namespaceOf(exports));
  }
}

function namespaceOf(exports: Exports): object {
  const module = new vm.SyntheticModule(Object.keys(exports), () => {
    for (const [name, value] of Object.entries(exports)) module.setExport(name, value);
  });
  if (module.status !== 'linked') throw new BeyondScripts('A namespace.');
  void module.evaluate();
  return module.namespace;
}

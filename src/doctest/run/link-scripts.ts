/**
 * Puts the scripts of a chapter's modules together: all that they import, and where each import
 * leads, so that a thread has nothing left to look for.
 *
 * @module
 */

import type { ModuleStore, Script } from './module-store.ts';
import type { LinkedScript } from './protocol.ts';

/** The scripts of one thread. */
export interface LinkedScripts {
  /** The chapters first. */
  scripts: LinkedScript[];
  /** Places of those whose compiled code the thread should give back. */
  wanted: number[];
  /** Keeps compiled code for the threads to come. */
  keep: (compiled: [place: number, code: Uint8Array][]) => void;
}

/**
 * Links chapters with all that they import. Undefined where scripts would not do just what modules
 * do: a module that can be no script, a name that is exported nowhere, a circle in which a module
 * asks for more than functions of one that has not run.
 */
export function linkScripts(
  chapters: (Script | undefined)[],
  store: ModuleStore,
  replace?: { path: string; source: string },
): LinkedScripts | undefined {
  const linker = new Linker((path) => store.script(path, replace));
  for (const chapter of chapters) if (!chapter || !linker.add(chapter)) return undefined;
  for (const place of chapters.keys()) if (!linker.follow(place)) return undefined;
  const { found, linked } = linker;
  const others = [...found.keys()].slice(chapters.length);
  const wanted = others.filter((place) => isAwaited(found[place]));
  return {
    scripts: linked,
    wanted,
    keep: (compiled) => {
      for (const [place, code] of compiled) {
        const script = found[place];
        if (!script) continue;
        script.compiled = new Uint8Array(new SharedArrayBuffer(code.length));
        script.compiled.set(code);
      }
    },
  };
}

/** A script's code is asked of one thread only. */
function isAwaited(script: Script | undefined): boolean {
  if (!script || script.compiled || script.isAsked) return false;
  script.isAsked = true;
  return true;
}

class Linker {
  readonly found: Script[] = [];
  readonly linked: LinkedScript[] = [];
  readonly #script: (path: string) => Script | undefined;
  readonly #places = new Map<string, number>();
  /** Of scripts that are linked whole: the names of all their exports. */
  readonly #exports = new Map<number, Set<string>>();

  constructor(script: (path: string) => Script | undefined) {
    this.#script = script;
  }

  /** Puts a script on the list, without what it imports. */
  add(script: Script): boolean {
    const { path, url, code, compiled } = script;
    this.#places.set(path, this.found.length);
    this.found.push(script);
    return this.linked.push({ url, code, imports: [], ...(compiled && { compiled }) }) > 0;
  }

  /** Links what a script imports; false where it does not link. */
  follow(place: number): boolean {
    const { shape, imports } = this.found[place] ?? {};
    if (!shape || !imports) return false;
    const exports = new Set(shape.exports);
    for (const [index, { specifier, names }] of shape.imports.entries()) {
      const isStar = shape.stars.includes(index);
      const target = imports.get(specifier);
      if (target === undefined) {
        if (isStar || /^[.#/]/.test(specifier)) return false;
        this.linked[place]?.imports.push({ specifier, names });
        continue;
      }
      const found = this.#find(target, names);
      if (found === undefined) return false;
      this.linked[place]?.imports.push(found);
      for (const name of isStar ? (this.#exports.get(found) ?? []) : []) {
        if (exports.has(name)) return false;
        exports.add(name);
      }
    }
    this.#exports.set(place, exports);
    return true;
  }

  /** The place of a script that exports all of some names, by the time that they are asked for. */
  #find(path: string, names: string[]): number | undefined {
    const place = this.#places.get(path) ?? this.#addFound(path);
    if (place === undefined) return undefined;
    const whole = this.#exports.get(place);
    const known = whole ?? new Set(this.found[place]?.shape.hoisted);
    const has = (name: string) => (name === '*' ? whole !== undefined : known.has(name));
    return names.every(has) ? place : undefined;
  }

  #addFound(path: string): number | undefined {
    const script = this.#script(path);
    const place = this.found.length;
    return script && this.add(script) && this.follow(place) ? place : undefined;
  }
}

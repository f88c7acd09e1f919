/**
 * Modules made ready for threads. Each chapter runs in a thread of its own, which loads the modules
 * that it imports anew; what can be done once for all threads is done here: reading a module,
 * finding its imports, marking its functions, taking its types away.
 *
 * @module
 */

import { readFileSync, realpathSync, statSync } from 'node:fs';
import { sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { functionsIn } from '../compile/list-functions.ts';
import { markFunctions } from '../compile/mark-functions.ts';
import { parseWithRolldown } from '../compile/rolldown-parser.ts';
import { child, textField, type SyntaxNode } from '../compile/syntax.ts';
import type { ThreadModule, ThreadModules } from './protocol.ts';
import { stripTypes } from './strip-types.ts';

/** A function of the runtime, by the number that its mark has. */
export interface MarkedFunction {
  path: string;
  name: string;
}

interface Prepared {
  stamp: string;
  module: ThreadModule;
  /** The modules that it imports, absolute paths. */
  imports: string[];
}

const ENTERED = new URL('entered.ts', import.meta.url).href;

/** The modules of one book's chapters. */
export class ModuleStore {
  /** By number; numbers are never given twice. */
  readonly marked: MarkedFunction[] = [];
  readonly #runtime: string | undefined;
  readonly #known = new Map<string, Prepared>();

  /** @param runtime absolute path of the folder whose functions are marked, if there is one */
  constructor(runtime?: string) {
    this.#runtime = runtime;
  }

  /** Whether a module belongs to the folder whose functions are marked. */
  isMarked(path: string): boolean {
    return this.#runtime !== undefined && path.startsWith(this.#runtime + sep);
  }

  /**
   * Some modules and all that they import, by URL. What cannot be read is left out: the thread that
   * needs it says why.
   *
   * @param replace a module to take with other text
   */
  collect(paths: string[], replace?: { path: string; source: string }): ThreadModules {
    const modules: ThreadModules = new Map();
    const wanted = [...paths];
    for (let path = wanted.pop(); path !== undefined; path = wanted.pop()) {
      const url = pathToFileURL(path).href;
      if (modules.has(url)) continue;
      const prepared =
        path === replace?.path ? this.#prepare(path, replace.source, '') : this.#find(path);
      if (!prepared) continue;
      modules.set(url, prepared.module);
      wanted.push(...prepared.imports);
    }
    return modules;
  }

  #find(path: string): Prepared | undefined {
    const { mtimeMs, size } = statSync(path, { throwIfNoEntry: false }) ?? {};
    if (size === undefined || !isOurs(path)) return undefined;
    const stamp = `${mtimeMs} ${size}`;
    const known = this.#known.get(path);
    if (known?.stamp === stamp) return known;
    const prepared = this.#prepare(path, readFileSync(path, 'utf8'), stamp);
    this.#known.set(path, prepared);
    return prepared;
  }

  #prepare(path: string, source: string, stamp: string): Prepared {
    const { body, error } = parseWithRolldown(source);
    const specifiers = error ? [] : body.flatMap(importedBy);
    const imports = new Map(specifiers.flatMap((specifier) => resolveRelative(specifier, path)));
    const module = { ...stripTypes(this.#mark(path, source, body)), imports };
    return { stamp, module, imports: [...imports.values()].map((url) => fileURLToPath(url)) };
  }

  #mark(path: string, source: string, body: SyntaxNode[]): string {
    if (!this.isMarked(path)) return source;
    const functions = functionsIn(body);
    const first = this.marked.length;
    for (const { name } of functions) this.marked.push({ path, name });
    return markFunctions(source, functions, { first, list: ENTERED });
  }
}

/** Packages are Node's to load. */
function isOurs(path: string): boolean {
  return path.endsWith('.ts') && !path.includes(`${sep}node_modules${sep}`);
}

function importedBy(node: SyntaxNode): string[] {
  if (!/^(Import|ExportNamed|ExportAll)Declaration$/.test(node.type)) return [];
  const isType = [textField(node, 'importKind'), textField(node, 'exportKind')].includes('type');
  const specifier = textField(child(node, 'source'), 'value');
  return isType || !/^\.\.?\//.test(specifier) ? [] : [specifier];
}

/** The file that Node would find, by the specifier; none where Node has more to say about it. */
function resolveRelative(specifier: string, from: string): [string, string][] {
  try {
    const path = realpathSync(fileURLToPath(new URL(specifier, pathToFileURL(from))));
    return isOurs(path) ? [[specifier, pathToFileURL(path).href]] : [];
  } catch {
    return [];
  }
}

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
import type { CompiledChapter } from '../compile/compile-chapter.ts';
import { functionsIn, type ModuleFunction } from '../compile/list-functions.ts';
import { markFunctions } from '../compile/mark-functions.ts';
import { blankOut, readModule, type ModuleScript } from '../compile/module-script.ts';
import { parseWithRolldown } from '../compile/rolldown-parser.ts';
import { child, textField, type SyntaxNode } from '../compile/syntax.ts';
import type { ThreadModule, ThreadModules } from './protocol.ts';
import { stripTypes } from './strip-types.ts';

/** A function of the runtime, by the number that its mark has. */
export interface MarkedFunction {
  path: string;
  name: string;
}

/** A module as a script. */
export interface Script {
  path: string;
  url: string;
  code: string;
  shape: ModuleScript;
  /** Absolute paths by specifier. What is not here Node finds. */
  imports: Map<string, string>;
  /** What V8 made of the code in a thread that ran it, once there is one. */
  compiled?: Uint8Array<SharedArrayBuffer>;
  /** Whether a thread has been asked for that. */
  isAsked?: boolean;
}

interface Prepared {
  stamp: string;
  /** Made when a thread first loads it as a module. */
  module?: ThreadModule;
  /** Made when a thread first runs it as a script; `null` where that can not be. */
  script?: Script | null;
  source: string;
  shape: ModuleScript | undefined;
  functions: ModuleFunction[];
  /** The number of its first function. */
  first: number;
  /** The modules that it imports: absolute paths by specifier. */
  imports: Map<string, string>;
}

const ENTERED = new URL('entered.ts', import.meta.url).href;

/** The modules of one book's chapters. */
export class ModuleStore {
  /** By number; numbers are never given twice. */
  readonly marked: MarkedFunction[] = [];
  readonly #runtime: string | undefined;
  readonly #known = new Map<string, Prepared>();
  /** What was looked at since files are taken not to change; absent while they may. */
  #held: Map<string, Prepared> | undefined;

  /** @param runtime absolute path of the folder whose functions are marked, if there is one */
  constructor(runtime?: string) {
    this.#runtime = runtime;
  }

  /** Takes modules as they are at the first look, while some work goes on. */
  async hold<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#held = new Map();
    try {
      return await work();
    } finally {
      this.#held = undefined;
    }
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
      modules.set(url, moduleOf(prepared));
      wanted.push(...prepared.imports.values());
    }
    return modules;
  }

  /**
   * A module as a script; undefined where it is not ours or can not be one.
   *
   * @param replace a module to take with other text
   */
  script(path: string, replace?: { path: string; source: string }): Script | undefined {
    const prepared =
      path === replace?.path ? this.#prepare(path, replace.source, '') : this.#find(path);
    return (prepared && scriptOf(path, prepared)) ?? undefined;
  }

  #find(path: string): Prepared | undefined {
    const held = this.#held?.get(path);
    if (held) return held;
    const found = this.#look(path);
    if (found) this.#held?.set(path, found);
    return found;
  }

  #look(path: string): Prepared | undefined {
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
    const functions = this.isMarked(path) ? functionsIn(body) : [];
    const first = this.marked.length;
    for (const { name } of functions) this.marked.push({ path, name });
    const shape = error ? undefined : readModule(source, body);
    return { stamp, source, shape, functions, first, imports };
  }
}

function moduleOf(prepared: Prepared): ThreadModule {
  const { source, functions, first } = prepared;
  prepared.module ??= {
    ...stripTypes(markFunctions(source, functions, { first, list: ENTERED })),
    imports: new Map(
      [...prepared.imports].map(([specifier, path]) => [specifier, pathToFileURL(path).href]),
    ),
  };
  return prepared.module;
}

function scriptOf(path: string, prepared: Prepared): Script | null {
  if (prepared.script !== undefined) return prepared.script;
  const { source, shape, functions, first, imports } = prepared;
  prepared.script = null;
  if (!shape) return null;
  const marked = markFunctions(blankOut(source, shape.blanks), functions, { first });
  const { format, code } = stripTypes(marked);
  if (format !== 'module') return null;
  const url = pathToFileURL(path).href;
  prepared.script = { path, url, code: shape.head + code + shape.tail, shape, imports };
  return prepared.script;
}

/** A compiled chapter as a script. @param imports where each specifier leads */
export function scriptOfChapter(
  url: string,
  { text, head }: CompiledChapter,
  imports: Map<string, string>,
): Script | undefined {
  const { body, error } = parseWithRolldown(text.slice(0, head));
  const shape = error || /\bimport\s*\.\s*meta\b/.test(text) ? undefined : readModule(text, body);
  const { format, code } = stripTypes(shape ? blankOut(text, shape.blanks) : '');
  if (!shape || format !== 'module') return undefined;
  const own = new Map([...imports].filter(([, path]) => isOurs(path)));
  return { path: url, url, code: shape.head + code + shape.tail, shape, imports: own };
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
    return isOurs(path) ? [[specifier, path]] : [];
  } catch {
    return [];
  }
}

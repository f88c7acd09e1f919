/**
 * A project's modules without their types, each after those that it imports.
 *
 * @module
 */

import { parseWithAcorn } from '../../../src/doctest/compile/acorn-parser.ts';
import { StripError, stripWithAcorn } from '../../../src/doctest/compile/strip-with-acorn.ts';
import { child, textField, visit, type SyntaxNode } from '../../../src/doctest/compile/syntax.ts';
import { entryOf, isModule, moduleName, settingsOf, type ProjectFiles } from './project.ts';
import type { ProjectImport, ProjectModule, ProjectPlace } from './served.ts';

/** Something in a file that keeps the project from starting. */
export interface Fault extends ProjectPlace {
  message: string;
}

/** A project ready to be started, or why it is not. */
export type Compiled =
  | { modules: ProjectModule[]; entry: string; settings?: string; faults?: never }
  | { faults: Fault[] };

/** Takes the types away, and finds out what imports what. Types are not checked. */
export function compileProject(files: ProjectFiles): Compiled {
  const paths = Object.keys(files).filter(isModule);
  const entry = entryOf(paths);
  if (entry === undefined) return { faults: [{ ...NOWHERE, message: NO_ENTRY }] };
  const faults: Fault[] = [];
  const modules = new Map(
    paths.map((path) => [path, compileModule(path, files[path] ?? '', paths, faults)]),
  );
  faults.push(...doubledNames(paths));
  if (faults.length > 0) return { faults };
  const settings = settingsOf(paths);
  const first = settings === undefined ? [] : [settings];
  const rest = paths.filter((path) => path !== entry).toSorted();
  const order = new Order(modules);
  for (const path of [...first, ...rest, entry]) order.add(path);
  if (order.circle) return { faults: [order.circle] };
  const named = settings === undefined ? {} : { settings: moduleName(settings) };
  return { modules: order.sorted, entry, ...named };
}

const NOWHERE: ProjectPlace = { path: '', line: 0, column: 0 };
const NO_ENTRY =
  'There is no wsgi.ts. The server calls the function "application" that it exports.';

function compileModule(
  path: string,
  text: string,
  paths: readonly string[],
  faults: Fault[],
): ProjectModule {
  const name = moduleName(path);
  const module = { path, name, isPackage: path.endsWith('/index.ts'), text: '', imports: [] };
  try {
    const stripped = stripWithAcorn(text);
    return { ...module, text: stripped, imports: importsOf(stripped, { path, paths, faults }) };
  } catch (error) {
    if (!(error instanceof StripError)) throw error;
    faults.push({ ...placeOf(path, text, error.offset), message: error.message });
    return module;
  }
}

interface Around {
  path: string;
  paths: readonly string[];
  faults: Fault[];
}

function importsOf(text: string, { path, paths, faults }: Around): ProjectImport[] {
  const found: ProjectImport[] = [];
  const take = (node: SyntaxNode): void => {
    const source = child(node, 'source');
    if (!source || !/^(?:Import|Export)/.test(node.type)) return;
    const specifier = textField(source, 'value');
    const { start, end } = source;
    const target = specifier.startsWith('.') ? resolve(path, specifier, paths) : undefined;
    const message = faultOfImport(specifier, target);
    if (message !== undefined) faults.push({ ...placeOf(path, text, start), message });
    found.push({ start, end, specifier, ...(target !== undefined && { target }) });
  };
  for (const node of parseWithAcorn(text).body) visit(node, take);
  return found.toSorted((one, other) => one.start - other.start);
}

function faultOfImport(specifier: string, target: string | undefined): string | undefined {
  if (specifier.startsWith('.')) {
    return target === undefined ? `There is no module "${specifier}" in the project.` : undefined;
  }
  if (/^#runtime\/./.test(specifier)) return undefined;
  return `"${specifier}" cannot be imported: there is the project, and #runtime/….`;
}

function resolve(from: string, specifier: string, paths: readonly string[]): string | undefined {
  const { pathname } = new URL(specifier, `project:///${from}`);
  const path = pathname.slice(1);
  return [path, `${path}.ts`, `${path}/index.ts`].find((one) => paths.includes(one));
}

function placeOf(path: string, text: string, offset: number): ProjectPlace {
  const before = text.slice(0, offset).split('\n');
  return { path, line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

function doubledNames(paths: readonly string[]): Fault[] {
  const known = new Map<string, string>();
  return paths.flatMap((path) => {
    const name = moduleName(path);
    const other = known.get(name);
    known.set(name, path);
    if (other === undefined) return [];
    return [{ path, line: 1, column: 1, message: `Python's name for ${other} is ${name}, too.` }];
  });
}

/** Modules in the order in which they can run. */
class Order {
  readonly sorted: ProjectModule[] = [];
  circle: Fault | undefined;
  readonly #modules: ReadonlyMap<string, ProjectModule>;
  readonly #entered = new Set<string>();
  readonly #done = new Set<string>();

  constructor(modules: ReadonlyMap<string, ProjectModule>) {
    this.#modules = modules;
  }

  add(path: string): void {
    const module = this.#modules.get(path);
    if (!module || this.#done.has(path)) return;
    this.#entered.add(path);
    for (const { target, start } of module.imports) {
      if (target === undefined) continue;
      if (this.#entered.has(target) && !this.#done.has(target)) {
        const message = `${path} and ${target} import each other, which cannot be done here.`;
        this.circle ??= { ...placeOf(path, module.text, start), message };
      } else this.add(target);
    }
    this.#done.add(path);
    this.sorted.push(module);
  }
}

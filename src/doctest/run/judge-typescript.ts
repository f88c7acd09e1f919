/**
 * Judges the TypeScript snippets of a chapter: compiles them, runs them in a thread, and says of
 * each what came out.
 *
 * @module
 */

import { relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DEFAULT_OUTPUT_LIMIT, DEFAULT_TIMEOUT, type BookOptions } from '../book.ts';
import { compileChapter, isCompiled, type CompiledChapter } from '../compile/compile-chapter.ts';
import { parseWithRolldown } from '../compile/rolldown-parser.ts';
import { FailureList } from '../failure.ts';
import type { Chapter, Failure, SnippetReport } from '../model.ts';
import { SnippetJudge } from './judge-snippets.ts';
import type { Job } from './protocol.ts';
import { noteLinkError, resolveImports } from './resolve-imports.ts';
import { ModuleStore } from './module-store.ts';
import { runInThread, type ThreadResult } from './run-in-thread.ts';
import { stripTypes, type NodeSource } from './strip-types.ts';

const LOAD_LIMIT = 10_000;
const DRAIN_LIMIT = 1000;

/** What one run may do differently. */
export interface RunOptions {
  /** A module to load with other text: how a mutation reaches it. */
  replace?: { path: string; source: string };
}

/** What judging a chapter's TypeScript gave. */
export interface TypeScriptReport {
  snippets: SnippetReport[];
  /** Failures of the chapter as a whole. */
  failures: Failure[];
  dependencies: string[];
  milliseconds: number;
}

const stores = new Map<string | undefined, ModuleStore>();

/** The modules of all books that share a runtime are made ready once. */
function storeOf({ root, runtime }: BookOptions): ModuleStore {
  const folder = runtime === undefined ? undefined : resolve(root, runtime);
  let store = stores.get(folder);
  if (!store) stores.set(folder, (store = new ModuleStore(folder)));
  return store;
}

const compiledChapters = new WeakMap<Chapter, CompiledChapter>();
const stripped = new WeakMap<CompiledChapter, NodeSource>();

/** The compiled form of a chapter, as every runner of it uses it. @throws {ChapterError} */
export function compileForNode(chapter: Chapter): CompiledChapter {
  let compiled = compiledChapters.get(chapter);
  if (!compiled) {
    const harness = new URL('harness.ts', import.meta.url).pathname;
    compiled = compileChapter(chapter, { parse: parseWithRolldown, harness });
    compiledChapters.set(chapter, compiled);
  }
  return compiled;
}

/** The same without its types, as it is run. */
export function stripCompiled(compiled: CompiledChapter): NodeSource {
  const source = stripped.get(compiled) ?? stripTypes(compiled.text);
  stripped.set(compiled, source);
  return source;
}

/**
 * Judges a chapter's TypeScript.
 *
 * @throws {ChapterError} where the chapter does not compile, or an import leads nowhere.
 */
export async function judgeTypeScript(
  chapter: Chapter,
  options: BookOptions,
  { replace }: RunOptions = {},
): Promise<TypeScriptReport> {
  const fences = chapter.fences.filter(isCompiled);
  if (fences.length === 0) return { snippets: [], failures: [], dependencies: [], milliseconds: 0 };
  const compiled = compileForNode(chapter);
  const path = resolve(options.root, chapter.file);
  const list = new FailureList(chapter.file);
  const imported = resolveImports(path, compiled.imports, list);
  list.throwIfAny();
  const url = `${pathToFileURL(path).href}?doctest`;
  const store = storeOf(options);
  const run = async (paths: string[]): Promise<ThreadResult> => {
    const modules = store.collect(paths, replace);
    modules.set(url, { ...stripCompiled(compiled), imports: new Map() });
    const job: Job = {
      url,
      modules,
      sites: compiled.sites.map(({ kind, expected, ordinal }) => ({ kind, expected, ordinal })),
      outputLimit: options.outputLimit ?? DEFAULT_OUTPUT_LIMIT,
      drainLimit: DRAIN_LIMIT,
      functions: store.marked.length,
    };
    const timeout = options.timeout ?? DEFAULT_TIMEOUT;
    const limitOf = (ordinal: number) => chapter.fences[ordinal]?.flags.timeout ?? timeout;
    const result = await runInThread(job, { load: LOAD_LIMIT, snippet: limitOf });
    const unmarked = result.unready.filter((found) => store.isMarked(found));
    return unmarked.length > 0 ? run([...paths, ...unmarked]) : result;
  };
  const thread = await run(imported);
  if (thread.link) {
    noteLinkError(thread.link, compiled.imports, list);
    list.throwIfAny();
  }
  const judge = new SnippetJudge({
    chapter,
    compiled,
    url,
    ...thread,
    nameFunctions: (numbers) => nameFunctions(numbers, thread.dependencies, options.root, store),
    mustEnter: options.runtime !== undefined,
  });
  return {
    snippets: fences.map((fence) => judge.report(fence)),
    failures: judge.chapterFailures(),
    dependencies: thread.dependencies,
    milliseconds: thread.milliseconds,
  };
}

/** Entered functions as `src/runtime/wsgiref/util.ts#shiftPathInfo`, in the order of loading. */
function nameFunctions(
  numbers: number[],
  loaded: string[],
  root: string,
  { marked }: ModuleStore,
): string[] {
  const byModule = Map.groupBy(numbers, (number) => marked[number]?.path ?? '');
  return loaded.flatMap((path) => {
    const file = relative(root, path).replaceAll(sep, '/');
    return byModule.get(path)?.map((number) => `${file}#${marked[number]?.name}`) ?? [];
  });
}

/**
 * Judges the TypeScript snippets of a chapter: compiles them, runs them in a thread, and says of
 * each what came out.
 *
 * @module
 */

import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DEFAULT_OUTPUT_LIMIT, DEFAULT_TIMEOUT, type BookOptions } from '../book.ts';
import {
  compileChapter,
  isCompiled,
  type CompiledChapter,
  type Site,
} from '../compile/compile-chapter.ts';
import { parseWithRolldown } from '../compile/rolldown-parser.ts';
import { FailureList } from '../failure.ts';
import type { Chapter, Failure, SnippetReport } from '../model.ts';
import { FunctionNames } from './function-names.ts';
import { SnippetJudge } from './judge-snippets.ts';
import type { Job } from './protocol.ts';
import { noteLinkError, resolveImports } from './resolve-imports.ts';
import { linkScripts } from './link-scripts.ts';
import { ModuleStore, scriptOfChapter } from './module-store.ts';
import { runInThread, type ThreadResult } from './run-in-thread.ts';
import { stripTypes, type NodeSource } from './strip-types.ts';

const LOAD_LIMIT = 10_000;
const DRAIN_LIMIT = 1000;

/** What one run may do differently. */
export interface RunOptions {
  /** A module to load with other text: how a mutation reaches it. */
  replace?: { path: string; source: string };
  /** Whether it may run in a thread in which others have run that left it as it was. */
  isShared?: boolean;
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

/** Takes modules as they are at the first look, while some work goes on. */
export function holdModules<Result>(
  options: BookOptions,
  work: () => Promise<Result>,
): Promise<Result> {
  return storeOf(options).hold(work);
}

const compiledChapters = new WeakMap<Chapter, CompiledChapter>();
const stripped = new WeakMap<CompiledChapter, NodeSource>();

/**
 * The compiled form of a chapter, as every runner of it uses it.
 *
 * @param before markers of the modules that run before it in the same thread
 * @throws {ChapterError}
 */
export function compileForNode(chapter: Chapter, before: Site[] = []): CompiledChapter {
  let compiled = compiledChapters.get(chapter);
  if (!compiled) {
    const harness = new URL('harness.ts', import.meta.url).pathname;
    compiled = compileChapter(chapter, { parse: parseWithRolldown, harness, before });
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
  run: RunOptions = {},
): Promise<TypeScriptReport> {
  if (!chapter.fences.some(isCompiled))
    return { snippets: [], failures: [], dependencies: [], milliseconds: 0 };
  const [report] = await judgeTogether(
    [{ chapter, compiled: compileForNode(chapter) }],
    options,
    run,
  );
  if (!report) throw new Error(`${chapter.file} was judged without a report.`);
  return report;
}

/** A chapter and its module. */
export interface CompiledInput {
  chapter: Chapter;
  compiled: CompiledChapter;
}

/**
 * Judges modules of one file in one thread, in order: each compiled with the markers of those before
 * it, so that no two have one number. Their fences have different ordinals.
 *
 * @throws {ChapterError} where an import leads nowhere.
 */
export async function judgeTogether(
  inputs: CompiledInput[],
  options: BookOptions,
  { replace, isShared = false }: RunOptions = {},
): Promise<TypeScriptReport[]> {
  const [first] = inputs;
  if (!first) return [];
  const path = resolve(options.root, first.chapter.file);
  const list = new FailureList(first.chapter.file);
  const imports = inputs.flatMap(({ compiled }) => compiled.imports);
  const resolved = resolveImports(path, imports, list);
  list.throwIfAny();
  const urls = inputs.map(({ chapter }) => `${pathToFileURL(path).href}?${moduleName(chapter)}`);
  const store = storeOf(options);
  const fences = new Map(
    inputs.flatMap(({ chapter }) => chapter.fences.map((fence) => [fence.ordinal, fence])),
  );
  const runJob = (job: Pick<Job, 'modules' | 'scripts' | 'wanted'>): Promise<ThreadResult> => {
    const timeout = options.timeout ?? DEFAULT_TIMEOUT;
    const limitOf = (ordinal: number) => fences.get(ordinal)?.flags.timeout ?? timeout;
    const sites = inputs.at(-1)?.compiled.sites ?? [];
    return runInThread(
      {
        ...job,
        urls,
        sites: sites.map(({ kind, expected, ordinal }) => ({ kind, expected, ordinal })),
        outputLimit: options.outputLimit ?? DEFAULT_OUTPUT_LIMIT,
        drainLimit: DRAIN_LIMIT,
        functions: store.marked.length,
        isShared,
      },
      { load: LOAD_LIMIT, snippet: limitOf },
    );
  };
  const runScripts = async (): Promise<ThreadResult | undefined> => {
    const chapters = inputs.map(({ compiled }, index) =>
      scriptOfChapter(urls[index] ?? '', compiled, resolved),
    );
    const linked = linkScripts(chapters, store, replace);
    if (!linked) return undefined;
    const { scripts, wanted, keep } = linked;
    const result = await runJob({ modules: new Map(), scripts, wanted });
    keep(result.compiledCode);
    return result.isBeyond ? undefined : result;
  };
  const runModules = async (paths: string[]): Promise<ThreadResult> => {
    const modules = store.collect(paths, replace);
    for (const [index, { compiled }] of inputs.entries())
      modules.set(urls[index] ?? '', { ...stripCompiled(compiled), imports: new Map() });
    const result = await runJob({ modules, wanted: [] });
    const unmarked = result.unready.filter((found) => store.isMarked(found));
    return unmarked.length > 0 ? runModules([...paths, ...unmarked]) : result;
  };
  const thread = (await runScripts()) ?? (await runModules([...resolved.values()]));
  if (thread.link) {
    noteLinkError(thread.link, imports, list);
    list.throwIfAny();
  }
  const stray = thread.problems.filter(({ ordinal }) => !fences.has(ordinal));
  for (const { message } of stray) list.add({ line: 1, column: 1, offset: 0 }, message);
  const names = new FunctionNames(thread.dependencies, options.root, store.marked);
  return inputs.map(({ chapter, compiled }, index) => {
    const judge = new SnippetJudge({
      chapter,
      compiled,
      url: urls[index] ?? '',
      ...thread,
      nameFunctions: (numbers) => names.of(numbers),
      mustEnter: options.runtime !== undefined,
    });
    return {
      snippets: chapter.fences.filter(isCompiled).map((fence) => judge.report(fence)),
      failures: index === 0 ? list.failures : [],
      dependencies: thread.dependencies,
      milliseconds: thread.milliseconds,
    };
  });
}

function moduleName({ attempt }: Chapter): string {
  return attempt === undefined ? 'doctest' : `doctest-${attempt}`;
}

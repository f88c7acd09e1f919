/**
 * Judges the TypeScript snippets of a chapter: compiles them, runs them in a thread, and says of
 * each what came out.
 *
 * @module
 */

import { relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DEFAULT_OUTPUT_LIMIT, DEFAULT_TIMEOUT, type BookOptions } from '../book.ts';
import {
  compileChapter,
  isCompiled,
  isRun,
  type CompiledChapter,
} from '../compile/compile-chapter.ts';
import { parseWithRolldown } from '../compile/rolldown-parser.ts';
import { FailureList } from '../failure.ts';
import type { Chapter, Failure, Fence, SnippetReport } from '../model.ts';
import { PlaceFinder } from '../parse/places.ts';
import { blankReport, judgeOutput } from '../report/snippet-report.ts';
import { locateError } from './locate-error.ts';
import type { Job, Mismatch, SnippetEnd } from './protocol.ts';
import { noteLinkError, resolveImports } from './resolve-imports.ts';
import { ModuleStore } from './module-store.ts';
import { runInThread, type Problem, type ThreadResult } from './run-in-thread.ts';
import { stripTypes } from './strip-types.ts';

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

/**
 * The compiled form of a chapter, as every runner of it uses it. The first who asks says which
 * number its first marker has.
 *
 * @throws {ChapterError}
 */
export function compileForNode(chapter: Chapter, firstSite = 0): CompiledChapter {
  let compiled = compiledChapters.get(chapter);
  if (!compiled) {
    const harness = new URL('harness.ts', import.meta.url).pathname;
    compiled = compileChapter(chapter, { parse: parseWithRolldown, harness, firstSite });
    compiledChapters.set(chapter, compiled);
  }
  return compiled;
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
 * Judges modules of one file in one thread, in order. Their fences have different ordinals, and
 * their markers different numbers.
 *
 * @throws {ChapterError} where an import leads nowhere.
 */
export async function judgeTogether(
  inputs: CompiledInput[],
  options: BookOptions,
  { replace }: RunOptions = {},
): Promise<TypeScriptReport[]> {
  const [first] = inputs;
  if (!first) return [];
  const path = resolve(options.root, first.chapter.file);
  const list = new FailureList(first.chapter.file);
  const imports = inputs.flatMap(({ compiled }) => compiled.imports);
  const imported = resolveImports(path, imports, list);
  list.throwIfAny();
  const urls = inputs.map(({ chapter }) => `${pathToFileURL(path).href}?${moduleName(chapter)}`);
  const store = storeOf(options);
  const fences = new Map(
    inputs.flatMap(({ chapter }) => chapter.fences.map((fence) => [fence.ordinal, fence])),
  );
  const run = async (paths: string[]): Promise<ThreadResult> => {
    const modules = store.collect(paths, replace);
    for (const [index, { compiled }] of inputs.entries())
      modules.set(urls[index] ?? '', { ...stripTypes(compiled.text), imports: new Map() });
    const job: Job = {
      urls,
      modules,
      sites: listSites(inputs),
      outputLimit: options.outputLimit ?? DEFAULT_OUTPUT_LIMIT,
      drainLimit: DRAIN_LIMIT,
      functions: store.marked.length,
    };
    const timeout = options.timeout ?? DEFAULT_TIMEOUT;
    const limitOf = (ordinal: number) => fences.get(ordinal)?.flags.timeout ?? timeout;
    const result = await runInThread(job, { load: LOAD_LIMIT, snippet: limitOf });
    const unmarked = result.unready.filter((found) => store.isMarked(found));
    return unmarked.length > 0 ? run([...paths, ...unmarked]) : result;
  };
  const thread = await run(imported);
  if (thread.link) {
    noteLinkError(thread.link, imports, list);
    list.throwIfAny();
  }
  const stray = thread.problems.filter(({ ordinal }) => !fences.has(ordinal));
  for (const { message } of stray) list.add({ line: 1, column: 1, offset: 0 }, message);
  return inputs.map(({ chapter, compiled }, index) => {
    const judge = new Judge({ chapter, options, compiled, thread, url: urls[index] ?? '', store });
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

/** The markers by their numbers; numbers below the first are those of modules that run elsewhere. */
function listSites(inputs: CompiledInput[]): Job['sites'] {
  const sites = inputs.flatMap(({ compiled }) => compiled.sites);
  const elsewhere: Job['sites'][number] = { kind: 'value', expected: '', ordinal: -1 };
  return [
    ...Array.from({ length: inputs[0]?.compiled.firstSite ?? 0 }, () => elsewhere),
    ...sites.map(({ kind, expected, ordinal }) => ({ kind, expected, ordinal })),
  ];
}

interface Evidence {
  chapter: Chapter;
  options: BookOptions;
  compiled: CompiledChapter;
  thread: ThreadResult;
  url: string;
  store: ModuleStore;
}

class Judge {
  readonly #evidence: Evidence;
  readonly #places: PlaceFinder;

  constructor(evidence: Evidence) {
    this.#evidence = evidence;
    this.#places = new PlaceFinder(evidence.chapter.source);
  }

  report(fence: Fence): SnippetReport {
    if (!isRun(fence)) return blankReport(fence, 'shown', 'TypeScript');
    const { chapter, thread } = this.#evidence;
    const end = thread.ends.get(fence.ordinal);
    const problems = thread.problems.filter(({ ordinal }) => ordinal === fence.ordinal);
    if (!end && problems.length === 0) return blankReport(fence, 'not-run', 'TypeScript');
    const report = blankReport(fence, 'passed', 'TypeScript');
    const failures = problems.map((problem) => this.#problem(problem, fence));
    if (end) {
      this.#fill(report, end);
      judgeOutput(report, fence, chapter.file, chapter.source);
      report.failures.push(...end.mismatches.map((mismatch) => this.#mismatch(mismatch, fence)));
      report.failures.push(...end.complaints.map((message) => this.#at(fence, message)));
      if (fence.flags.throws && end.complaints.length === 0) report.checks += 1;
    }
    report.failures.push(...failures);
    if (report.failures.length === 0 && this.#isHollow(report, fence)) {
      report.failures.push(
        this.#at(
          fence,
          'A hollow check: this snippet expects something, but enters no function of the runtime. Let it, or say no-runtime="why".',
        ),
      );
    }
    if (report.failures.length > 0) report.status = 'failed';
    return report;
  }

  #fill(report: SnippetReport, end: SnippetEnd): void {
    const { compiled } = this.#evidence;
    report.printed = end.printed;
    report.checks = end.held.length;
    report.milliseconds = end.milliseconds;
    report.entered = this.#nameFunctions(end.entered);
    if (end.value !== undefined) report.value = end.value;
    if (end.canonical !== undefined) report.canonical = end.canonical;
    for (const [index, marker] of compiled.sites.entries()) {
      const number = compiled.firstSite + index;
      if (marker.ordinal !== report.ordinal) continue;
      const mismatch = end.mismatches.find(({ site }) => site === number);
      report.marks.push({
        marker,
        ok: end.held.includes(number),
        ...(mismatch && { received: mismatch.received }),
      });
      if (mismatch?.replacement !== undefined) {
        report.fixes.push({ start: marker.start, end: marker.end, text: mismatch.replacement });
      }
    }
  }

  /** Entered functions as `src/runtime/wsgiref/util.ts#shiftPathInfo`, in the order of loading. */
  #nameFunctions(numbers: number[]): string[] {
    const { options, store, thread } = this.#evidence;
    const byModule = Map.groupBy(numbers, (number) => store.marked[number]?.path ?? '');
    return thread.dependencies.flatMap((path) => {
      const found = byModule.get(path);
      if (!found) return [];
      const file = relative(options.root, path).replaceAll(sep, '/');
      return found.map((number) => `${file}#${store.marked[number]?.name}`);
    });
  }

  #mismatch({ site, message, expected, received }: Mismatch, fence: Fence): Failure {
    const { chapter, compiled } = this.#evidence;
    const place = compiled.sites[site - compiled.firstSite]?.place ?? fence.place;
    return {
      file: chapter.file,
      line: place.line,
      column: place.column,
      id: fence.id,
      message,
      expected,
      received,
    };
  }

  #problem({ message, error }: Problem, fence: Fence): Failure {
    const { chapter, compiled, url } = this.#evidence;
    const place =
      (error && locateError(error, { ...compiled, url }, chapter.source)) ??
      this.#places.at(fence.place.offset);
    return { file: chapter.file, line: place.line, column: place.column, id: fence.id, message };
  }

  #at(fence: Fence, message: string): Failure {
    const { line, column } = fence.place;
    return { file: this.#evidence.chapter.file, line, column, id: fence.id, message };
  }

  /** A check that touches nothing of the runtime shows nothing about it. */
  #isHollow(report: SnippetReport, fence: Fence): boolean {
    const { options } = this.#evidence;
    if (options.runtime === undefined || report.checks === 0) return false;
    return report.entered.length === 0 && fence.flags['no-runtime'] === undefined;
  }
}

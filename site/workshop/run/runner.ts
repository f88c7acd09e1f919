/**
 * Runs snippets of the chapter on the page: in the sandbox, each run in a worker of its own.
 *
 * @module
 */

import { ChapterError } from '../../../src/doctest/failure.ts';
import type { Failure, MarkView, SnippetReport } from '../../../src/doctest/model.ts';
import type { ModuleFile, PageSnippet } from '../../../src/doctest/page/data.ts';
import {
  chapterOf,
  lineWithin,
  readModuleFile,
  type PageModule,
} from '../../../src/doctest/page/page-chapter.ts';
import { PageRun } from '../../../src/doctest/page/page-run.ts';
import { runsUpTo, sceneOf, snippetsUpTo } from '../../../src/doctest/page/scene-of.ts';
import { markViews } from '../../../src/doctest/report/mark-views.ts';
import { blankReport } from '../../../src/doctest/report/snippet-report.ts';
import type { Preparation } from './preparation.ts';
import { SandboxRefusedError, SandboxTimeoutError } from '../sandbox/errors.ts';
import { programNamed, sandboxFor } from '../sandbox/programs.ts';

/** What a reader is told of a run. Lines are those of the snippets, from 1. */
export interface RunResult {
  report: SnippetReport;
  /** Its expectations, at their lines. */
  marks: MarkView[];
  /** What went wrong in snippets before it. */
  before: Failure[];
  /** How many snippets were run before it. */
  replayed: number;
  /** From the click to the report. */
  milliseconds: number;
}

const LIMIT = 1000;
const LONGEST_LIMIT = 3000;

const sandbox = sandboxFor('snippets');
const program = programNamed('chapter');

/** Has a worker ready for the first run. @throws {SandboxRefusedError} */
export function warmUp(): Promise<void> {
  return sandbox.warm(program);
}

/** Runs the snippets of one chapter. */
export class Runner {
  readonly #data: ModuleFile;
  /** What the chapter imports, for workers to have it ready. */
  readonly #imports: Preparation;
  #module: PageModule | undefined;

  constructor(data: ModuleFile) {
    this.#data = data;
    this.#imports = { prepare: [...new Set(data.imports.map(([, , specifier]) => specifier))] };
  }

  /** Has a worker ready that has loaded what the chapter imports. @throws {SandboxRefusedError} */
  warm(): Promise<void> {
    return sandbox.warm(program, this.#imports);
  }

  /** A snippet by its id. */
  find(id: string): PageSnippet | undefined {
    return this.#data.snippets.find((snippet) => snippet.id === id);
  }

  /** How many snippets are run before one. */
  replays({ ordinal }: PageSnippet): number {
    return runsUpTo(this.#data.snippets, ordinal).length - 1;
  }

  /**
   * Runs the snippets up to this one, with other code in its place where there is any.
   *
   * @throws {SandboxRefusedError} where this browser does not let the sandbox start.
   */
  async run(snippet: PageSnippet, signal: AbortSignal, code = snippet.code): Promise<RunResult> {
    const begun = performance.now();
    const replayed = this.replays(snippet);
    const told = { replayed, milliseconds: 0, before: [], marks: [] };
    try {
      const { module, scene } = await this.#prepare(snippet, code);
      const run = new PageRun(module, scene, snippet.ordinal);
      await carryOut(run, snippet, signal);
      const { report, others } = run.outcome();
      const result = { ...told, report, before: others, milliseconds: performance.now() - begun };
      return withOwnLines(result, module);
    } catch (error) {
      if (!(error instanceof ChapterError)) throw error;
      const report = blankReport(snippet, 'failed', 'TypeScript');
      report.failures.push(...error.failures);
      const changed = snippetsUpTo(this.#data.snippets, snippet.ordinal).map((one) =>
        one === snippet ? { ...one, code } : one,
      );
      const result = { ...told, report, milliseconds: performance.now() - begun };
      return withOwnLines(result, { chapter: chapterOf(this.#data.file, changed) });
    }
  }

  /** The book's own text was compiled when the page was built. */
  async #prepare({ ordinal, code: own }: PageSnippet, code: string): Promise<Prepared> {
    const { file, snippets } = this.#data;
    if (code === own) {
      const module = (this.#module ??= readModuleFile(this.#data));
      return { module, scene: sceneOf(snippets, ordinal) };
    }
    const { changeSnippet } = await import('../../../src/doctest/page/change-snippet.ts');
    return { module: changeSnippet(file, snippets, ordinal, code), scene: 0 };
  }
}

interface Prepared {
  module: PageModule;
  scene: number;
}

async function carryOut(run: PageRun, { flags }: PageSnippet, signal: AbortSignal): Promise<void> {
  const limit = Math.min(Math.max(LIMIT, flags.timeout ?? 0), LONGEST_LIMIT);
  try {
    const session = await sandbox.open(program);
    try {
      await session.ask(run.job, { limit, signal, hear: (event) => run.hear(event) });
    } finally {
      session.close();
    }
  } catch (error) {
    if (error instanceof SandboxRefusedError || !(error instanceof Error)) throw error;
    run.stop(
      error instanceof SandboxTimeoutError
        ? `Stopped after ${limit / 1000} s: the snippet does not end.`
        : error.message,
    );
  }
}

/** A page shows each snippet with lines of its own. */
function withOwnLines(result: RunResult, { chapter }: Pick<PageModule, 'chapter'>): RunResult {
  const own = (failure: Failure): Failure => {
    const fence = chapter.fences.find(({ id }) => id === failure.id);
    return fence ? { ...failure, line: lineWithin(fence, failure.line) } : failure;
  };
  const { report, before } = result;
  const fence = chapter.fences.find(({ ordinal }) => ordinal === report.ordinal);
  return {
    ...result,
    marks: fence ? markViews(report, fence) : [],
    report: { ...report, failures: report.failures.map(own) },
    before: before.map(own),
  };
}

/**
 * The engine: reads a book's chapters, judges them, binds its claims. One engine serves a whole
 * process; what it knows of an unchanged chapter it does not find out again.
 *
 * @module
 */

import { globSync, readFileSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, sep } from 'node:path';
import type { BookOptions } from './book.ts';
import { bindClaims } from './check/bind-claims.ts';
import { bindRules, findChapter, referencesOf } from './check/bind-rules.ts';
import { checkTypes } from './check/type-check.ts';
import { nameTypes, type ChapterNames } from './check/name-types.ts';
import { TypeProgram } from './check/type-program.ts';
import type { TypeCheckInput } from './check/type-project.ts';
import { ChapterError } from './failure.ts';
import type { Chapter, Failure, Ledger } from './model.ts';
import { parseChapter } from './parse/chapter.ts';
import { PythonJudge } from './python/judge.ts';
import { inOrder } from './report/snippet-report.ts';
import { judgeChapter, type JudgedChapter } from './run/judge-chapter.ts';
import { isPython } from './run/judge-python.ts';
import { compileForNode, type RunOptions } from './run/judge-typescript.ts';

/** What checking a book gave. */
export interface BookReport {
  chapters: JudgedChapter[];
  failures: Failure[];
  milliseconds: number;
  /** What starting Python took of that, or 0. */
  pythonStart: number;
}

/** Judges the chapters of one book. */
export class Engine {
  readonly options: BookOptions;
  readonly python: PythonJudge;
  readonly #known = new Map<string, Known>();
  readonly #parsed = new Map<string, Chapter>();
  /** The chapters that were checked last, still open in TypeScript. */
  #checked: { files: string[]; program: Promise<TypeProgram> } | undefined;
  #pythonStart = 0;

  constructor(options: BookOptions) {
    this.options = options;
    this.python = new PythonJudge({
      ...(options.outputLimit !== undefined && { outputLimit: options.outputLimit }),
    });
  }

  /** The book's chapters, as paths from the root. */
  files(): string[] {
    const { root, content } = this.options;
    return globSync('**/*.mdx', { cwd: join(root, content) })
      .map((file) => `${content}/${file.split(sep).join('/')}`)
      .sort();
  }

  /** A chapter as it stands on disk. @throws {ChapterError} */
  read(file: string): Chapter {
    return this.#parse(file, readFileSync(join(this.options.root, file), 'utf8'));
  }

  /** The ledger, read anew. */
  ledger(): Ledger | undefined {
    return this.options.ledger?.();
  }

  /** Judges everything: snippets, types and claims. */
  async check(files = this.files()): Promise<BookReport> {
    const begun = performance.now();
    const [types, judged] = await Promise.all([this.#checkTypes(files), this.judgeAll(files)]);
    const chapters = judged.map(copyReport);
    for (const failure of types) if (!isKnown(chapters, failure)) addFailure(chapters, failure);
    const ledger = this.options.python === false ? undefined : this.ledger();
    for (const failure of ledger ? bindClaims(chapters, ledger) : []) addFailure(chapters, failure);
    for (const failure of await this.#bindRules(chapters)) addFailure(chapters, failure);
    for (const check of this.options.checks ?? []) {
      const texts = chapters.map(({ chapter }) => chapter);
      for (const failure of check(texts, this.ledger())) addFailure(chapters, failure);
    }
    return {
      chapters,
      failures: chapters.flatMap(({ failures }) => failures),
      milliseconds: performance.now() - begun,
      pythonStart: this.#pythonStart,
    };
  }

  /** Judges chapters side by side, as many as there are processors. */
  async judgeAll(files: string[], run: RunOptions = {}): Promise<JudgedChapter[]> {
    const reports: JudgedChapter[] = [];
    const queue = [...files.entries()];
    const work = async (): Promise<void> => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        const [index, file] = next;
        reports[index] = await this.judge(file, run);
      }
    };
    await Promise.all(Array.from({ length: availableParallelism() }, work));
    return reports;
  }

  /** Judges one chapter as it stands on disk, or as `source` says; unchanged ones are known. */
  async judge(file: string, run: RunOptions = {}, source?: string): Promise<JudgedChapter> {
    const text = source ?? readFileSync(join(this.options.root, file), 'utf8');
    if (run.replace) return this.#judge(file, text, run);
    const known = this.#known.get(file);
    if (known?.text === text && (await known.isFresh())) return known.report;
    const report = this.#judge(file, text, run);
    const stamp = report.then(
      ({ dependencies }) => stampOf(dependencies),
      () => this.#known.delete(file),
    );
    const isFresh = async () => (await stamp) === stampOf((await report).dependencies);
    this.#known.set(file, { text, report, isFresh });
    return report;
  }

  /** Ends what runs in the background. */
  async close(): Promise<void> {
    await Promise.all([this.python.close(), this.#closeTypes()]);
  }

  /** A text that was parsed last is not parsed again. */
  #parse(file: string, text: string): Chapter {
    const last = this.#parsed.get(file);
    if (last?.source === text) return last;
    const chapter = parseChapter(file, text);
    this.#parsed.set(file, chapter);
    return chapter;
  }

  async #judge(file: string, text: string, run: RunOptions): Promise<JudgedChapter> {
    let chapter: Chapter;
    try {
      chapter = this.#parse(file, text);
    } catch (error) {
      if (!(error instanceof ChapterError)) throw error;
      return unreadable(file, text, error.failures);
    }
    if (this.options.python !== false && chapter.fences.some(isPython)) {
      this.#pythonStart ||= (await this.python.start()).milliseconds;
    }
    return judgeChapter(chapter, this.options, this.python, run);
  }

  /** Rules may lean on chapters that were not asked for: those are judged too. */
  async #bindRules(chapters: JudgedChapter[]): Promise<Failure[]> {
    if (this.options.python === false) return [];
    const files = this.files();
    const named = chapters.flatMap(({ chapter }) => chapter.rules.flatMap(referencesOf));
    const others = new Set(named.map((reference) => findChapter(files, reference)));
    for (const { chapter } of chapters) others.delete(chapter.file);
    const more = await this.judgeAll([...others].filter((file) => file !== undefined));
    return bindRules(chapters, more);
  }

  /**
   * What TypeScript knows of the names in some chapters' snippets, by chapter. Chapters that were
   * just checked are open already.
   */
  async nameTypes(files = this.files()): Promise<Map<string, ChapterNames>> {
    const checked = this.#checked;
    const isOpen = checked !== undefined && files.every((file) => checked.files.includes(file));
    if (isOpen) this.#checked = undefined;
    const program = await (isOpen
      ? checked.program
      : TypeProgram.open(this.options.root, this.#compileAll(files)));
    try {
      return await nameTypes(program, files);
    } finally {
      await program.close();
    }
  }

  async #checkTypes(files: string[]): Promise<Failure[]> {
    await this.#closeTypes();
    const inputs = this.#compileAll(files);
    if (inputs.length === 0) return [];
    const program = TypeProgram.open(this.options.root, inputs);
    this.#checked = { files, program };
    return checkTypes(await program);
  }

  async #closeTypes(): Promise<void> {
    const program = await this.#checked?.program.catch(() => undefined);
    this.#checked = undefined;
    await program?.close();
  }

  /** Chapters as modules; those that do not compile are left out, for judging them says why. */
  #compileAll(files: string[]): TypeCheckInput[] {
    const inputs: TypeCheckInput[] = [];
    for (const file of files) {
      try {
        const chapter = this.read(file);
        inputs.push({ chapter, compiled: compileForNode(chapter) });
      } catch (error) {
        if (!(error instanceof ChapterError)) throw error;
      }
    }
    return inputs;
  }
}

function unreadable(file: string, source: string, failures: Failure[]): JudgedChapter {
  return {
    chapter: { file, source, fences: [], claims: [], rules: [] },
    snippets: [],
    failures: inOrder(failures),
    dependencies: [],
    pythonExamples: 0,
    milliseconds: 0,
  };
}

/** Whether a run has failed at this very place already: an import that leads nowhere. */
function isKnown(chapters: JudgedChapter[], { file, line, column }: Failure): boolean {
  return chapters.some(({ failures }) =>
    failures.some((known) => known.file === file && known.line === line && known.column === column),
  );
}

/** A copy that more failures can be added to. */
function copyReport(report: JudgedChapter): JudgedChapter {
  const snippets = report.snippets.map((snippet) => ({
    ...snippet,
    failures: [...snippet.failures],
  }));
  return { ...report, snippets };
}

function addFailure(chapters: JudgedChapter[], failure: Failure): void {
  const report = chapters.find(({ chapter }) => chapter.file === failure.file);
  if (!report) throw new Error(`A failure of no chapter: ${failure.file}: ${failure.message}`);
  report.failures = inOrder([...report.failures, failure]);
  const snippet = report.snippets.find(({ id }) => id === failure.id);
  if (!snippet) return;
  snippet.failures.push(failure);
  snippet.status = 'failed';
}

/** A chapter that was judged, or is being judged: two who ask at once get one answer. */
interface Known {
  text: string;
  report: Promise<JudgedChapter>;
  /** Whether every module that the chapter loaded is as it was. */
  isFresh: () => Promise<boolean>;
}

/** The state of every module that a chapter loaded. */
function stampOf(dependencies: string[]): string {
  const parts = dependencies.map((path) => {
    const { mtimeMs, size } = statSync(path, { throwIfNoEntry: false }) ?? { mtimeMs: 0, size: 0 };
    return `${path} ${mtimeMs} ${size}`;
  });
  return parts.join('\n');
}

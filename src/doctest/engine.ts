/**
 * The engine: reads a book's chapters, judges them, binds its claims. One engine serves a whole
 * process; what it knows of an unchanged chapter it does not find out again.
 *
 * @module
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BookOptions } from './book.ts';
import { bindClaims } from './check/bind-claims.ts';
import { bindExercises } from './check/bind-exercises.ts';
import { bindRules, findChapter, referencesOf } from './check/bind-rules.ts';
import type { ChapterNames } from './check/name-types.ts';
import { TypeThread } from './check/type-thread.ts';
import type { TypeCheckInput } from './check/type-project.ts';
import { Exercises } from './exercises.ts';
import { ChapterError } from './failure.ts';
import { listChapters } from './list-chapters.ts';
import type { Chapter, Failure, Ledger } from './model.ts';
import { parseChapter } from './parse/chapter.ts';
import { PythonJudge } from './python/judge.ts';
import { inOrder } from './report/snippet-report.ts';
import { judgeChapter, type JudgedChapter } from './run/judge-chapter.ts';
import { compileAttempts, type JudgedExercise } from './run/judge-exercise.ts';
import { isPython } from './run/judge-python.ts';
import { compileForNode, holdModules, type RunOptions } from './run/judge-typescript.ts';
import { KnownReports } from './run/known-reports.ts';
import { dropSharedThreads } from './run/run-in-thread.ts';
import { sideBySide } from './run/side-by-side.ts';

/** What checking a book gave. */
export interface BookReport {
  chapters: JudgedChapter[];
  exercises: JudgedExercise[];
  failures: Failure[];
  milliseconds: number;
  /** What starting Python took of that, or 0. */
  pythonStart: number;
}

/** Judges the chapters of one book. */
export class Engine {
  readonly options: BookOptions;
  readonly python: PythonJudge;
  readonly exercises: Exercises;
  readonly #known = new KnownReports<JudgedChapter>();
  readonly #parsed = new Map<string, Chapter>();
  /** The chapters that were checked last, still open in TypeScript. */
  #checked: { files: string[]; opened: TypeThread } | undefined;
  #pythonStart = 0;

  constructor(options: BookOptions) {
    this.options = options;
    this.python = new PythonJudge({
      ...(options.outputLimit !== undefined && { outputLimit: options.outputLimit }),
    });
    this.exercises = new Exercises(options, this.python);
  }

  /** The book's chapters, as paths from the root. */
  files(): string[] {
    const { root, content } = this.options;
    return listChapters(root, content).filter((file) => !this.exercises.has(file));
  }

  /** A chapter as it stands on disk. @throws {ChapterError} */
  read(file: string): Chapter {
    return this.#parse(file, readFileSync(join(this.options.root, file), 'utf8'));
  }

  /** The ledger, read anew. */
  ledger(): Ledger | undefined {
    return this.options.ledger?.();
  }

  /** Judges everything: snippets, types and claims, and exercises. */
  async check(files = [...this.files(), ...this.exercises.files()]): Promise<BookReport> {
    const begun = performance.now();
    const [types, judged] = await Promise.all([
      this.#checkTypes(files),
      holdModules(this.options, () => this.#judgeBoth(files)),
    ]);
    const chapters = judged.chapters.map(copyReport);
    const exercises = judged.exercises.map((exercise) => ({ ...exercise }));
    const reports = [...chapters, ...exercises];
    for (const failure of types) if (!isKnown(reports, failure)) addFailure(reports, failure);
    const ledger = this.options.python === false ? undefined : this.ledger();
    for (const failure of ledger ? bindClaims(chapters, ledger) : []) addFailure(chapters, failure);
    for (const failure of await this.#bindRules(chapters)) addFailure(chapters, failure);
    for (const failure of this.#bindExercises(files)) addFailure(reports, failure);
    const texts = [
      ...chapters.map(({ chapter }) => chapter),
      ...exercises.flatMap(({ exercise }) => exercise?.text ?? []),
    ];
    for (const check of this.options.checks ?? [])
      for (const failure of check(texts, this.ledger())) addFailure(reports, failure);
    return {
      chapters,
      exercises,
      failures: reports.flatMap(({ failures }) => failures),
      milliseconds: performance.now() - begun,
      pythonStart: this.#pythonStart,
    };
  }

  /** Judges chapters side by side. */
  judgeAll(files: string[], run: RunOptions = {}): Promise<JudgedChapter[]> {
    return sideBySide(files, (file) => this.judge(file, run));
  }

  /** Judges one chapter as it stands on disk, or as `source` says; unchanged ones are known. */
  async judge(file: string, run: RunOptions = {}, source?: string): Promise<JudgedChapter> {
    const text = source ?? readFileSync(join(this.options.root, file), 'utf8');
    if (run.replace) return this.#judge(file, text, run);
    return this.#known.get(file, text, () => this.#judge(file, text, run));
  }

  /** Ends what runs in the background. */
  async close(): Promise<void> {
    await Promise.all([this.python.close(), this.#closeTypes(), dropSharedThreads()]);
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

  /** Chapters and exercises, as they come from one list of files. */
  async #judgeBoth(files: string[]): Promise<Pick<BookReport, 'chapters' | 'exercises'>> {
    const judged = await sideBySide(files, (file): Promise<Judged> =>
      this.exercises.has(file) ? this.exercises.judge(file) : this.judge(file),
    );
    await dropSharedThreads();
    return {
      chapters: judged.filter((report) => 'chapter' in report),
      exercises: judged.filter((report) => 'tried' in report),
    };
  }

  /** What is wrong in some files with the places of exercises; all chapters are asked for it. */
  #bindExercises(files: string[]): Failure[] {
    const all = this.files();
    const chapters = all.flatMap((file) => readable(() => this.read(file)) ?? []);
    const isWhole = chapters.length === all.length;
    const failures = bindExercises(this.exercises.files(), chapters, isWhole);
    return failures.filter(({ file }) => files.includes(file));
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
    const { root } = this.options;
    const opened = isOpen
      ? checked.opened
      : new TypeThread({ root, inputs: this.#compileAll(files), exercises: [] });
    try {
      return await opened.names(files);
    } finally {
      await opened.close();
    }
  }

  async #checkTypes(files: string[]): Promise<Failure[]> {
    await this.#closeTypes();
    const exercises = files
      .filter((file) => this.exercises.has(file))
      .flatMap((file) => readable(() => this.exercises.read(file)) ?? []);
    const inputs = this.#compileAll(files);
    if (inputs.length === 0) return [];
    const opened = new TypeThread({ root: this.options.root, inputs, exercises });
    this.#checked = { files, opened };
    return opened.failures();
  }

  async #closeTypes(): Promise<void> {
    const opened = this.#checked?.opened;
    this.#checked = undefined;
    await opened?.close();
  }

  /** Chapters as modules; those that do not compile are left out, for judging them says why. */
  #compileAll(files: string[]): TypeCheckInput[] {
    return files.flatMap((file) => readable(() => this.#compile(file)) ?? []);
  }

  #compile(file: string): TypeCheckInput[] {
    if (this.exercises.has(file)) return compileAttempts(this.exercises.read(file));
    const chapter = this.read(file);
    return [{ chapter, compiled: compileForNode(chapter) }];
  }
}

/** What can be read; undefined where a writer has something to mend, which judging it says. */
function readable<Text>(read: () => Text): Text | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof ChapterError) return undefined;
    throw error;
  }
}

function unreadable(file: string, source: string, failures: Failure[]): JudgedChapter {
  return {
    chapter: { file, source, fences: [], claims: [], rules: [], exercises: [] },
    snippets: [],
    failures: inOrder(failures),
    dependencies: [],
    pythonExamples: 0,
    milliseconds: 0,
  };
}

type Judged = JudgedChapter | JudgedExercise;

function fileOf(report: Judged): string {
  return 'chapter' in report ? report.chapter.file : report.file;
}

/** Whether a run has failed at this very place already: an import that leads nowhere. */
function isKnown(reports: Judged[], { file, line, column }: Failure): boolean {
  return reports.some(({ failures }) =>
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

function addFailure(reports: Judged[], failure: Failure): void {
  const report = reports.find((candidate) => fileOf(candidate) === failure.file);
  if (!report) throw new Error(`A failure of no chapter: ${failure.file}: ${failure.message}`);
  report.failures = inOrder([...report.failures, failure]);
  if (!('snippets' in report)) return;
  const snippet = report.snippets.find(({ id }) => id === failure.id);
  if (!snippet) return;
  snippet.failures.push(failure);
  snippet.status = 'failed';
}

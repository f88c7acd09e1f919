/**
 * The exercises of a book: a folder of files, each read and judged as a whole.
 *
 * @module
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BookOptions } from './book.ts';
import { ChapterError } from './failure.ts';
import { listChapters } from './list-chapters.ts';
import type { Exercise } from './model.ts';
import { parseExercise } from './parse/exercise.ts';
import type { PythonJudge } from './python/judge.ts';
import { inOrder } from './report/snippet-report.ts';
import { judgeExercise, type JudgedExercise } from './run/judge-exercise.ts';
import { KnownReports } from './run/known-reports.ts';

/** Reads and judges exercises; what is known of an unchanged one is not found out again. */
export class Exercises {
  readonly #options: BookOptions;
  readonly #python: PythonJudge;
  readonly #parsed = new Map<string, Exercise>();
  readonly #known = new KnownReports<JudgedExercise>();

  constructor(options: BookOptions, python: PythonJudge) {
    this.#options = options;
    this.#python = python;
  }

  /** Paths from the root. */
  files(): string[] {
    const { root, exercises } = this.#options;
    return exercises === undefined ? [] : listChapters(root, exercises);
  }

  /** Whether a file is that of an exercise. */
  has(file: string): boolean {
    const { exercises } = this.#options;
    return exercises !== undefined && file.startsWith(`${exercises}/`);
  }

  /** An exercise as it stands on disk. @throws {ChapterError} */
  read(file: string): Exercise {
    return this.#parse(file, readFileSync(join(this.#options.root, file), 'utf8'));
  }

  /** Judges an exercise as it stands on disk, or as `source` says. */
  judge(file: string, source?: string): Promise<JudgedExercise> {
    const text = source ?? readFileSync(join(this.#options.root, file), 'utf8');
    return this.#known.get(file, text, () => this.#judge(file, text));
  }

  async #judge(file: string, text: string): Promise<JudgedExercise> {
    let exercise: Exercise;
    try {
      exercise = this.#parse(file, text);
    } catch (error) {
      if (!(error instanceof ChapterError)) throw error;
      const failures = inOrder(error.failures);
      return { file, tried: [], failures, dependencies: [], milliseconds: 0 };
    }
    return judgeExercise(exercise, this.#options, this.#python);
  }

  #parse(file: string, text: string): Exercise {
    const last = this.#parsed.get(file);
    if (last?.text.source === text) return last;
    const exercise = parseExercise(file, text);
    this.#parsed.set(file, exercise);
    return exercise;
  }
}

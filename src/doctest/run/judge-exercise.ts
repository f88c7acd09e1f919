/**
 * Judges an exercise: tries its solution, its starter and its wrong answers, and says what a writer
 * has to mend.
 *
 * @module
 */

import type { BookOptions } from '../book.ts';
import { bindAnswers } from '../check/bind-answers.ts';
import { attemptsOf, type Attempt } from '../compile/attempt.ts';
import type { Site } from '../compile/compile-chapter.ts';
import { ChapterError } from '../failure.ts';
import type { Exercise, Failure, SnippetReport } from '../model.ts';
import type { PythonJudge } from '../python/judge.ts';
import { inOrder } from '../report/snippet-report.ts';
import { isOfEnvironment, judgeEnvironments } from './judge-environments.ts';
import { judgePython } from './judge-python.ts';
import {
  compileForNode,
  judgeTogether,
  type CompiledInput,
  type RunOptions,
} from './judge-typescript.ts';

/** An answer, and a report on each fence of the attempt. */
export interface TriedAnswer extends Attempt {
  snippets: SnippetReport[];
}

/** What judging an exercise gave. */
export interface JudgedExercise {
  /** The file's path from the project's root. */
  file: string;
  /** Absent where the file cannot be read. */
  exercise?: Exercise;
  /** The solution first. Empty where it could not be tried. */
  tried: TriedAnswer[];
  failures: Failure[];
  /** Every local module that was loaded, absolute paths. */
  dependencies: string[];
  milliseconds: number;
}

const attempts = new WeakMap<Exercise, Attempt[]>();

/** The attempts by which an exercise is judged; asked again, the same. */
export function attemptsAt(exercise: Exercise): Attempt[] {
  let made = attempts.get(exercise);
  if (!made) attempts.set(exercise, (made = attemptsOf(exercise)));
  return made;
}

/** The attempts at an exercise in TypeScript, as modules that can run together. @throws {ChapterError} */
export function compileAttempts(exercise: Exercise): CompiledInput[] {
  if (exercise.language !== 'ts') return [];
  let before: Site[] = [];
  return attemptsAt(exercise).map(({ chapter }) => {
    const compiled = compileForNode(chapter, before);
    before = compiled.sites;
    return { chapter, compiled };
  });
}

/** Judges an exercise. Never rejects for a writer's mistake: those are in the report. */
export async function judgeExercise(
  exercise: Exercise,
  options: BookOptions,
  python: PythonJudge,
  run: RunOptions = {},
): Promise<JudgedExercise> {
  const begun = performance.now();
  const { file } = exercise.text;
  const report: JudgedExercise = {
    file,
    exercise,
    tried: [],
    failures: [],
    dependencies: [],
    milliseconds: 0,
  };
  try {
    const judge = exercise.language === 'ts' ? tryTypeScript : tryPython;
    await judge(report, exercise, { options, python, run });
    if (report.failures.length === 0 && report.tried.length > 0)
      report.failures = bindAnswers(exercise, report.tried);
  } catch (error) {
    if (!(error instanceof ChapterError)) throw error;
    report.failures = error.failures;
  }
  report.failures = inOrder(report.failures);
  report.milliseconds = performance.now() - begun;
  return report;
}

/** An exercise as it is written: nothing is tried. */
export function shownExercise(exercise: Exercise): JudgedExercise {
  const { file } = exercise.text;
  return { file, exercise, tried: [], failures: [], dependencies: [], milliseconds: 0 };
}

interface Means {
  options: BookOptions;
  python: PythonJudge;
  run: RunOptions;
}

/** All attempts in one thread; where one of them ends the thread, those behind it in another. */
async function tryTypeScript(
  report: JudgedExercise,
  exercise: Exercise,
  { options, run }: Means,
): Promise<void> {
  const left = attemptsAt(exercise).map((made, index) => ({
    made,
    input: compileAttempts(exercise)[index],
  }));
  while (left.length > 0) {
    const inputs = left.flatMap(({ input }) => input ?? []);
    const results = await judgeTogether(inputs, options, { ...run, isShared: !run.replace });
    const untried = results.findIndex(
      ({ snippets }, index) => index > 0 && snippets.every(({ status }) => status === 'not-run'),
    );
    const count = untried === -1 ? left.length : untried;
    for (const [index, { made }] of left.splice(0, count).entries()) {
      const { snippets = [], failures = [], dependencies = [] } = results[index] ?? {};
      report.tried.push({ ...made, snippets });
      report.failures.push(...failures);
      report.dependencies = [...new Set([...report.dependencies, ...dependencies])];
    }
  }
}

async function tryPython(
  report: JudgedExercise,
  exercise: Exercise,
  { options, python }: Means,
): Promise<void> {
  const isHere = exercise.starter.flags.env !== undefined || options.python !== false;
  for (const made of isHere ? attemptsAt(exercise) : []) {
    const judged = made.chapter.fences.some(isOfEnvironment)
      ? await judgeEnvironments(made.chapter, options)
      : { dependencies: [], ...(await judgePython(made.chapter, options, python)) };
    report.tried.push({ ...made, snippets: judged.snippets });
    report.dependencies.push(...judged.dependencies);
  }
}

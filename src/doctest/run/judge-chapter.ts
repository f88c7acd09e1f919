/**
 * Judges one chapter whole: its TypeScript, its Python, the fences of the book's own runners, and
 * the pairs among them.
 *
 * @module
 */

import type { BookOptions } from '../book.ts';
import { pairValues } from '../check/pair-values.ts';
import { readSymbol } from '../compile/read-symbol.ts';
import { ChapterError, FailureList } from '../failure.ts';
import type { Chapter, ChapterReport, Failure, Fence, SnippetReport } from '../model.ts';
import type { PythonJudge } from '../python/judge.ts';
import { blankReport, inOrder } from '../report/snippet-report.ts';
import { judgeEnvironments } from './judge-environments.ts';
import { judgePython } from './judge-python.ts';
import { judgeTypeScript, type RunOptions } from './judge-typescript.ts';

/** A chapter's report, with what is counted of its Python. */
export interface JudgedChapter extends ChapterReport {
  pythonExamples: number;
}

/** Judges a chapter. Never rejects for a writer's mistake: those are in the report. */
export async function judgeChapter(
  chapter: Chapter,
  options: BookOptions,
  python: PythonJudge,
  run: RunOptions = {},
): Promise<JudgedChapter> {
  const begun = performance.now();
  const [typescript, pythonReport, others] = await Promise.all([
    judgeTypeScript(chapter, options, run).catch(failuresOf),
    judgePython(chapter, options, python),
    judgeEnvironments(chapter, options),
  ]);
  const judged = [...typescript.snippets, ...pythonReport.snippets, ...others.snippets];
  const snippets = chapter.fences
    .filter(({ language }) => language !== 'output')
    .map((fence) => judged.find(({ ordinal }) => ordinal === fence.ordinal) ?? restOf(fence));
  const pairs = pairValues(chapter, snippets);
  const failures = [
    ...typescript.failures,
    ...snippets.flatMap((snippet) => snippet.failures),
    ...pairs,
    ...checkReferences(chapter, options),
  ];
  return {
    chapter,
    snippets,
    failures: inOrder(failures),
    dependencies: [...typescript.dependencies, ...others.dependencies],
    pythonExamples: pythonReport.examples,
    milliseconds: performance.now() - begun,
  };
}

/** A chapter as it is written: nothing is run, nothing is judged. */
export function shownChapter(chapter: Chapter): JudgedChapter {
  const snippets = chapter.fences
    .filter(({ language }) => language !== 'output')
    .map((fence) => blankReport(fence, 'shown'));
  return { chapter, snippets, failures: [], dependencies: [], pythonExamples: 0, milliseconds: 0 };
}

function restOf(fence: Fence): SnippetReport {
  return blankReport(
    fence,
    fence.language === 'ts' && fence.flags.skip === undefined && fence.flags.src === undefined
      ? 'not-run'
      : 'shown',
  );
}

function failuresOf(error: unknown): Awaited<ReturnType<typeof judgeTypeScript>> {
  if (!(error instanceof ChapterError)) throw error;
  return { snippets: [], failures: error.failures, dependencies: [], milliseconds: 0 };
}

/** `src=path#symbol` must lead to a symbol, `diff=id` to a snippet above. */
function checkReferences(chapter: Chapter, { root }: BookOptions): Failure[] {
  const failures = new FailureList(chapter.file);
  for (const fence of chapter.fences) {
    const { src, diff } = fence.flags;
    if (src !== undefined) {
      const found = readSymbol(root, src);
      if ('problem' in found) failures.add(fence.place, found.problem, { id: fence.id });
      if (fence.code !== '')
        failures.add(
          fence.place,
          'A fence with src= is left empty: its code is read from the source.',
          { id: fence.id },
        );
    }
    const earlier = chapter.fences.find(
      ({ id, ordinal }) => id === diff && ordinal < fence.ordinal,
    );
    if (diff !== undefined && !earlier)
      failures.add(fence.place, `diff=${diff}: no snippet above has that id.`, { id: fence.id });
  }
  return failures.failures;
}

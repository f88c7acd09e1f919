/**
 * Judges the Python snippets of a chapter with CPython's own doctest.
 *
 * @module
 */

import { DEFAULT_TIMEOUT, type BookOptions } from '../book.ts';
import type { Chapter, Fence, Fix, SnippetReport } from '../model.ts';
import { PlaceFinder } from '../parse/places.ts';
import { listScenes } from '../parse/scenes.ts';
import type { PythonFence, PythonJudge, PythonMismatch, PythonResult } from '../python/judge.ts';
import { blankReport } from '../report/snippet-report.ts';

/** Whether a fence is Python that this judge runs. */
export function isPython({ language, flags }: Fence): boolean {
  return (
    language === 'python' &&
    flags.skip === undefined &&
    flags.src === undefined &&
    flags.env === undefined &&
    !flags['no-run']
  );
}

/** What judging a chapter's Python gave. */
export interface PythonReport {
  snippets: SnippetReport[];
  /** How many `>>>` examples there are. */
  examples: number;
}

/** Judges a chapter's Python; each scene has a namespace of its own, isolated snippets too. */
export async function judgePython(
  chapter: Chapter,
  options: BookOptions,
  judge: PythonJudge,
): Promise<PythonReport> {
  const report: PythonReport = { snippets: [], examples: 0 };
  if (options.python === false) return report;
  for (const fences of listScenes(chapter.fences.filter(isPython))) {
    const { version } = await judge.start();
    const results = await judge.run(
      chapter.file,
      fences.map((fence) => requestOf(fence, options.timeout ?? DEFAULT_TIMEOUT)),
    );
    for (const [index, result] of results.entries()) {
      const fence = fences[index];
      if (!fence) continue;
      report.examples += result.examples;
      report.snippets.push(readResult(chapter, fence, result, `CPython ${version}`));
    }
  }
  return report;
}

/** What a judge of Python is asked; `timeout` in milliseconds, unless the fence says another. */
export function requestOf(fence: Fence, timeout: number): PythonFence {
  const start = fence.lineStarts[0] ?? fence.place;
  return {
    id: fence.id,
    code: fence.code,
    line: start.line,
    column: start.column,
    timeout: fence.flags.timeout ?? timeout,
    ...(fence.output && { output: fence.output.code }),
  };
}

/** A snippet's report from what Python found in it. */
export function readResult(
  chapter: Chapter,
  fence: Fence,
  result: PythonResult,
  judge: string,
): SnippetReport {
  const report = blankReport(fence, result.status, judge);
  report.checks = Math.max(0, result.checks - result.failures.length);
  report.printed = result.printed;
  if (fence.output) report.outputHeld = result.status === 'passed';
  if (result.value !== undefined) report.canonical = result.value;
  for (const mismatch of result.failures) {
    const { line, column, message, expected, received } = mismatch;
    report.failures.push({
      file: chapter.file,
      line,
      column,
      id: fence.id,
      message: sentence(message),
      ...(expected !== undefined && { expected }),
      ...(received !== undefined && { received }),
    });
    const fix = rewriteWant(chapter.source, fence, mismatch);
    if (fix) report.fixes.push(fix);
  }
  return report;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`;
}

/** The lines under an example, or of the output fence, rewritten with the fence's own margin. */
function rewriteWant(source: string, fence: Fence, mismatch: PythonMismatch): Fix | undefined {
  const { replacement, wantStart, wantLines = 0 } = mismatch;
  if (replacement === undefined) return undefined;
  const places = new PlaceFinder(source);
  const first = wantStart ?? fence.output?.lineStarts[0]?.line;
  if (first === undefined) return undefined;
  const count = wantStart === undefined ? (fence.output?.lineStarts.length ?? 0) : wantLines;
  const lineStart = places.of(fence.place.line, 1).offset;
  const margin = source.slice(lineStart, fence.place.offset).replaceAll(/[^>\s]/g, ' ');
  const lines = replacement === '' ? [] : replacement.split('\n');
  const text = lines.map((line) => `${margin}${line}\n`).join('');
  return { start: places.of(first, 1).offset, end: places.of(first + count, 1).offset, text };
}

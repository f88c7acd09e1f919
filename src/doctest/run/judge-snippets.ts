/**
 * Says of the snippets of a chapter what came out when they ran, wherever that was.
 *
 * @module
 */

import { isRun, type Site } from '../compile/compile-chapter.ts';
import type { Piece } from '../compile/mapped-text.ts';
import type { Chapter, Failure, Fence, SnippetReport } from '../model.ts';
import { PlaceFinder } from '../parse/places.ts';
import { blankReport, judgeOutput } from '../report/snippet-report.ts';
import type { Problem } from './course.ts';
import { locateError } from './locate-error.ts';
import type { Mismatch, SnippetEnd } from './protocol.ts';

/** What a run left behind. */
export interface Evidence {
  chapter: Chapter;
  compiled: { text: string; pieces: Piece[]; sites: Site[] };
  /** Where the compiled chapter was loaded from, as stacks of errors name it. */
  url: string;
  /** By ordinal: snippets that came to an end, or broke off. */
  ends: Map<number, SnippetEnd>;
  problems: Problem[];
  /** Names functions that have numbers. */
  nameFunctions: (numbers: number[]) => string[];
  /** Whether a snippet that expects something must enter a function. */
  mustEnter: boolean;
}

/** Says of each snippet of one run what came out. */
export class SnippetJudge {
  readonly #evidence: Evidence;
  readonly #places: PlaceFinder;

  constructor(evidence: Evidence) {
    this.#evidence = evidence;
    this.#places = new PlaceFinder(evidence.chapter.source);
  }

  /** What came out of a snippet. */
  report(fence: Fence): SnippetReport {
    if (!isRun(fence)) return blankReport(fence, 'shown', 'TypeScript');
    const { chapter, ends } = this.#evidence;
    const end = ends.get(fence.ordinal);
    const problems = this.#evidence.problems.filter(({ ordinal }) => ordinal === fence.ordinal);
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

  /** What went wrong outside any snippet. */
  chapterFailures(): Failure[] {
    const { chapter, problems } = this.#evidence;
    const known = new Set(chapter.fences.map(({ ordinal }) => ordinal));
    return problems
      .filter(({ ordinal }) => !known.has(ordinal))
      .map(({ message }) => ({ file: chapter.file, line: 1, column: 1, id: '', message }));
  }

  #fill(report: SnippetReport, end: SnippetEnd): void {
    const { compiled } = this.#evidence;
    report.printed = end.printed;
    report.checks = end.held.length;
    report.milliseconds = end.milliseconds;
    report.entered = this.#evidence.nameFunctions(end.entered);
    if (end.value !== undefined) report.value = end.value;
    if (end.canonical !== undefined) report.canonical = end.canonical;
    for (const [number, marker] of compiled.sites.entries()) {
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

  #mismatch({ site, message, expected, received }: Mismatch, fence: Fence): Failure {
    const { chapter, compiled } = this.#evidence;
    const place = compiled.sites[site]?.place ?? fence.place;
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
    if (!this.#evidence.mustEnter || report.checks === 0) return false;
    return report.entered.length === 0 && fence.flags['no-runtime'] === undefined;
  }
}

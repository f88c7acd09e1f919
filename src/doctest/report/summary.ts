/**
 * A check of the book as one object, as `--json` prints it, and as one line.
 *
 * @module
 */

import type { BookReport } from '../engine.ts';
import type { Failure } from '../model.ts';

/** The counts and failures of one check. */
export interface Summary {
  chapters: number;
  /** TypeScript snippets that ran. */
  snippets: number;
  /** Expectations held, in every language. */
  checks: number;
  python: { snippets: number; examples: number };
  /** Claims that chapters carry. */
  claims: number;
  failed: Required<Failure>[];
  ms: number;
}

/** Counts a check of the book. */
export function summarize({ chapters, failures, milliseconds }: BookReport): Summary {
  const snippets = chapters.flatMap((chapter) => chapter.snippets);
  const ran = snippets.filter(({ status }) => status !== 'shown');
  const python = ran.filter(({ judge }) => judge.startsWith('CPython'));
  return {
    chapters: chapters.length,
    snippets: ran.length - python.length,
    checks: snippets.reduce((sum, { checks }) => sum + checks, 0),
    python: {
      snippets: python.length,
      examples: chapters.reduce((sum, { pythonExamples }) => sum + pythonExamples, 0),
    },
    claims: chapters.reduce((sum, { chapter }) => sum + chapter.claims.length, 0),
    failed: failures.map(({ expected = '', received = '', ...rest }) => ({
      ...rest,
      expected,
      received,
    })),
    ms: Math.round(milliseconds),
  };
}

/** `12 snippets, 40 checks, … in 812 ms`. */
export function summaryLine({
  chapters,
  snippets,
  checks,
  python,
  claims,
  failed,
  ms,
}: Summary): string {
  const outcome = failed.length === 0 ? 'none failed' : `${failed.length} failed`;
  return `${plural(chapters, 'chapter')}, ${plural(snippets + python.snippets, 'snippet')}, ${plural(checks, 'check')}, ${plural(claims, 'claim')}; ${outcome}, in ${ms} ms`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/**
 * A check of the book as one object, as `--json` prints it, and as one line.
 *
 * @module
 */

import type { BookReport } from '../engine.ts';
import type { Failure, SnippetReport } from '../model.ts';

/** The counts and failures of one check. */
export interface Summary {
  chapters: number;
  /** TypeScript snippets that ran. */
  snippets: number;
  /** Expectations held, in every language; those of exercises by their solutions. */
  checks: number;
  python: { snippets: number; examples: number };
  /** Snippets of the book's own runners, by their judge. */
  environments: Record<string, number>;
  /** Claims that chapters carry. */
  claims: number;
  exercises: number;
  failed: Required<Failure>[];
  ms: number;
}

/** Counts a check of the book. */
export function summarize({ chapters, exercises, failures, milliseconds }: BookReport): Summary {
  const snippets = chapters.flatMap((chapter) => chapter.snippets);
  const solved = exercises.flatMap(({ tried: [solution] }) => solution?.snippets ?? []);
  const ran = snippets.filter(({ status }) => status !== 'shown');
  const python = ran.filter(({ judge }) => judge.startsWith('CPython'));
  const others = chapters.flatMap(({ chapter, snippets }) =>
    snippets.filter(
      ({ ordinal, status }) =>
        status !== 'shown' && chapter.fences[ordinal]?.flags.env !== undefined,
    ),
  );
  return {
    chapters: chapters.length,
    snippets: ran.length - python.length - others.length,
    checks: [...snippets, ...solved].reduce((sum, { checks }) => sum + checks, 0),
    python: {
      snippets: python.length,
      examples: chapters.reduce((sum, { pythonExamples }) => sum + pythonExamples, 0),
    },
    environments: countJudges(others),
    claims: chapters.reduce((sum, { chapter }) => sum + chapter.claims.length, 0),
    exercises: exercises.length,
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
  environments,
  claims,
  exercises,
  failed,
  ms,
}: Summary): string {
  const outcome = failed.length === 0 ? 'none failed' : `${failed.length} failed`;
  const others = Object.values(environments).reduce((sum, count) => sum + count, 0);
  const judges = Object.entries(environments).map(([judge, count]) => `${count} by ${judge}`);
  const by = judges.length === 0 ? '' : ` (${judges.join('; ')})`;
  const practice = exercises === 0 ? '' : `, ${plural(exercises, 'exercise')}`;
  return `${plural(chapters, 'chapter')}, ${plural(snippets + python.snippets + others, 'snippet')}${by}, ${plural(checks, 'check')}, ${plural(claims, 'claim')}${practice}; ${outcome}, in ${ms} ms`;
}

function countJudges(snippets: SnippetReport[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { judge } of snippets) counts[judge] = (counts[judge] ?? 0) + 1;
  return counts;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

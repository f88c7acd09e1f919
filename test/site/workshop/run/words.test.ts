import { describe, expect, it } from 'vitest';
import type { Failure, SnippetReport } from '../../../../src/doctest/model.ts';
import { blankReport } from '../../../../src/doctest/report/snippet-report.ts';
import type { RunResult } from '../../../../site/workshop/run/runner.ts';
import {
  announcementOf,
  courseOf,
  standingOfRun,
  whatIsRun,
} from '../../../../site/workshop/run/words.ts';

const failure: Failure = {
  file: 'a.mdx',
  line: 3,
  column: 1,
  id: 'one',
  message: 'The value differs.',
};

function resultOf(report: Partial<SnippetReport>, more: Partial<RunResult> = {}): RunResult {
  const blank = blankReport({ id: 'one', ordinal: 0 }, 'passed');
  const result = { marks: [], before: [], replayed: 0, milliseconds: 12.4 };
  return { ...result, report: { ...blank, ...report }, ...more };
}

const marksOf = (...oks: boolean[]) => oks.map((ok) => ({ ok })) as SnippetReport['marks'];
const standing = (result: RunResult) => {
  const { sign, words } = standingOfRun(result);
  return `${sign} ${words}`;
};

describe('what the page says of a run', () => {
  it('is how it ended', () => {
    expect(standing(resultOf({}))).toBe('○ ran');
    expect(standing(resultOf({ checks: 1 }))).toBe('✓ 1 check held');
    const failed: Partial<SnippetReport> = { status: 'failed', failures: [failure] };
    expect(standing(resultOf(failed))).toBe('✗ failed');
    expect(standing(resultOf({ ...failed, marks: marksOf(true, false) }))).toBe(
      '✗ 1 of 2 checks failed',
    );
    const stopped = { ...failure, message: 'Stopped after 1 s: the snippet does not end.' };
    expect(standing(resultOf({ ...failed, failures: [stopped] }))).toBe('✗ stopped');
    expect(standing(resultOf({ status: 'not-run' }, { before: [failure] }))).toBe('✗ not reached');
  });

  it('is what ran before it, and how long all took', () => {
    expect(courseOf(resultOf({}), false)).toBe('Ran this one alone, in 12 ms.');
    expect(courseOf(resultOf({}, { replayed: 1, milliseconds: 0.2 }), false)).toBe(
      'Ran the snippet before it, then this one, in 1 ms.',
    );
    expect(courseOf(resultOf({}, { replayed: 4 }), true)).toBe(
      'Ran the 4 snippets before it, then your text, in 12 ms.',
    );
    expect([0, 1, 2].map(whatIsRun)).toEqual([
      'Run runs your text alone.',
      'Run runs the snippet before it, as the book has it, then yours.',
      'Run runs the 2 snippets before it, as the book has them, then yours.',
    ]);
  });

  it('is said in one breath to who hears the page', () => {
    const report = { checks: 2, printed: `${'x'.repeat(300)}\n`, value: '7' };
    expect(announcementOf('one', resultOf(report))).toBe(
      `one: 2 checks held. Output: ${'x'.repeat(200)}… Value: 7`,
    );
    expect(announcementOf('one', resultOf({ status: 'failed', failures: [failure] }))).toBe(
      'one: failed. The value differs. Line 3.',
    );
  });
});

import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../../site/workshop/exercises/outcome.ts';
import { isSolved } from '../../../../site/workshop/exercises/outcome.ts';
import {
  announcementOf,
  courseOf,
  standingOfAnswer,
  troubleInWords,
} from '../../../../site/workshop/exercises/words.ts';
import {
  SandboxClosedError,
  SandboxError,
  SandboxRefusedError,
} from '../../../../site/workshop/sandbox/errors.ts';

const shown = { id: 'check-1', code: '', title: 'Two is four' };
const hidden = { id: 'hidden-1', code: '', hint: 'Is zero even?' };
const miss = { inAnswer: false, line: 1, message: 'The value differs.' };
const outcome = (given: Partial<Outcome>): Outcome => ({
  trouble: [],
  checks: [],
  marks: [],
  judge: 'TypeScript',
  milliseconds: 0.3,
  ...given,
});

describe('what the page says of an answer', () => {
  it('is solved when every check holds, and not before', () => {
    const solved = outcome({
      checks: [
        { check: shown, ok: true, misses: [] },
        { check: hidden, ok: true, misses: [] },
      ],
    });
    expect(isSolved(solved, [shown, hidden])).toBe(true);
    expect(isSolved(solved, [shown, hidden, shown])).toBe(false);
    expect(standingOfAnswer(solved, 2)).toMatchObject({
      tone: 'verified',
      words: 'solved: all 2 checks hold',
    });
    expect(announcementOf(solved, 2)).toBe('Solved: all 2 checks hold.');
  });

  it('counts what failed and what was not reached', () => {
    const checks = [{ check: shown, ok: false, misses: [miss] }];
    expect(standingOfAnswer(outcome({ checks }), 3).words).toBe('3 of 3 checks failed');
  });

  it('tells who listens of a shown check what was expected, and of a hidden one the hint only', () => {
    const differs = { ...miss, expected: '4', received: '5' };
    const first = outcome({ checks: [{ check: shown, ok: false, misses: [differs] }] });
    expect(announcementOf(first, 1)).toBe(
      '1 of 1 check failed. Two is four: Expected 4, received 5.',
    );
    const second = outcome({ checks: [{ check: hidden, ok: false, misses: [differs] }] });
    expect(announcementOf(second, 1)).toBe(
      '1 of 1 check failed. A check that is not shown fails. Is zero even?',
    );
  });

  it('names the line of an answer that fails by itself', () => {
    const trouble = [{ inAnswer: true, line: 3, message: 'Error: no.' }];
    expect(announcementOf(outcome({ trouble }), 2)).toBe(
      'Your answer fails by itself. Error: no. Line 3 of your answer.',
    );
    expect(isSolved(outcome({ trouble }), [])).toBe(false);
  });

  it('says who judged, and how long it took, in whole milliseconds', () => {
    expect(courseOf(outcome({}))).toBe('Judged by TypeScript in this page, in 1 ms.');
  });

  it('has a sentence for whatever kept an answer from being judged', () => {
    const thrown = { name: 'Error', message: 'no such order', stack: '' };
    expect(
      [
        new SandboxRefusedError(),
        new SandboxClosedError(),
        new SandboxError(thrown),
        new TypeError('Failed to fetch'),
      ].map(troubleInWords),
    ).toEqual([
      'This browser does not let the sandbox start, so nothing can be checked here.',
      'The check has ended early.',
      'The check could not be carried out: no such order',
      'What checks an answer could not be loaded.',
    ]);
  });
});

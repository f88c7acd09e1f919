import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ChapterError } from '../../../src/doctest/failure.ts';
import type { ExerciseView, Failure } from '../../../src/doctest/model.ts';
import { attemptOf, compileAttempt, placeIn } from '../../../src/doctest/page/attempt-module.ts';
import { PageRun, type PageOutcome } from '../../../src/doctest/page/page-run.ts';
import { carryOut } from './in-node.ts';

const exercise: ExerciseView = {
  id: 'double',
  language: 'ts',
  setup: ['let calls = 0;', 'const three = 3;'],
  starter: 'const double = (n: number) => n;',
  checks: [
    { id: 'check-1', title: 'Two', code: 'calls += 1;\ndouble(2); // => 4\ncalls; // => 1' },
    { id: 'hidden-1', hint: 'Three?', code: 'calls += 1;\ndouble(three); // => 6\ncalls; // => 1' },
    { id: 'check-2', title: 'Prints', code: 'console.log(double(1));', output: '2', timeout: 2000 },
  ],
  solution: 'const double = (n: number) => n * 2;',
};

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'attempt-'))));
afterAll(() => rmSync(folder, { recursive: true }));

async function judge(code: string): Promise<PageOutcome[]> {
  const attempt = attemptOf(exercise, code);
  const module = compileAttempt(attempt);
  const outcomes: PageOutcome[] = [];
  for (const { scene, last } of attempt.runs) {
    const run = new PageRun(module, scene, last);
    await carryOut(run, folder);
    outcomes.push(run.outcome());
  }
  return outcomes;
}

const statuses = (outcomes: PageOutcome[]) =>
  outcomes.map(({ report }) => [report.id, report.status]);

describe("a reader's answer", () => {
  it('is held against each check alone, below the preparation and the answer', async () => {
    const outcomes = await judge(exercise.solution);
    expect(statuses(outcomes)).toEqual([
      ['check-1', 'passed'],
      ['hidden-1', 'passed'],
      ['check-2', 'passed'],
    ]);
    expect(outcomes.flatMap(({ others }) => others)).toEqual([]);
  });

  it('is told which checks it fails, with what was expected', async () => {
    const outcomes = await judge('const double = (n: number) => n * n;');
    expect(statuses(outcomes)).toEqual([
      ['check-1', 'passed'],
      ['hidden-1', 'failed'],
      ['check-2', 'failed'],
    ]);
    expect(outcomes[1]?.report.failures).toMatchObject([{ expected: '6', received: '9' }]);
  });

  it('reaches no check where it fails by itself', async () => {
    const [first] = await judge("throw new Error('no');\nconst double = (n: number) => n;");
    expect(first).toMatchObject({
      report: { id: 'check-1', status: 'not-run' },
      others: [{ id: 'answer', message: 'Error: no' }],
    });
  });

  it('may expect something itself, which does not keep it from the checks', async () => {
    const [first] = await judge(`${exercise.solution}\ndouble(4); // => 9`);
    expect(first).toMatchObject({
      report: { status: 'passed' },
      others: [{ id: 'answer', expected: '9', received: '8' }],
    });
  });

  it.each([
    ['const double =\n  (n: number) => n *;', /Syntax error/, 2],
    ['\n\nenum A { B }', /enum/i, 3],
  ])(
    'is refused where it is no TypeScript that can be run, at its own line',
    (code, message, line) => {
      const attempt = attemptOf(exercise, code);
      let failures: Failure[] = [];
      try {
        compileAttempt(attempt);
      } catch (error) {
        if (error instanceof ChapterError) ({ failures } = error);
      }
      expect(failures[0]?.message).toMatch(message);
      expect(placeIn(attempt, failures[0]?.line ?? 0)).toEqual({ fence: 'answer', line });
    },
  );
});

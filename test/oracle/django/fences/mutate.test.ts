import { afterEach, beforeEach, expect, it } from 'vitest';
import { mutateExpectations } from '../../../../src/doctest/commands/mutate-expectations.ts';
import { Engine } from '../../../../src/doctest/engine.ts';
import { JudgeMissingError } from '../../judge-missing-error.ts';
import type { Installation } from '../installation.ts';
import { recordFences } from './record-fences.ts';
import { djangoFences } from './runner.ts';
import {
  djangoFence,
  makeScratchChapter,
  type ScratchChapter,
  STAND_IN,
} from './scratch-chapter.ts';

let chapter: ScratchChapter;

beforeEach(() => (chapter = makeScratchChapter()));
afterEach(() => chapter.remove());

/** Mutates the chapter where CI would, which judges by recordings alone. */
async function mutate(fetch: () => Installation = () => STAND_IN) {
  await recordFences(chapter.book, STAND_IN, chapter.recordings, { write: true });
  const runner = djangoFences({ env: { CI: 'true' }, recordings: chapter.recordings, fetch });
  const engine = new Engine({ ...chapter.book, environments: { 'django-2.2': runner } });
  try {
    return await mutateExpectations(engine, engine.files());
  } finally {
    await engine.close();
  }
}

it('each expectation of a scene is changed, judged by Django itself, and fails at its place', async () => {
  chapter.write(
    djangoFence('n = 2', 'setup') +
      djangoFence(
        '>>> n + 1\n3\n>>> 1 / 0\nTraceback (most recent call last):\n    ...\nZeroDivisionError: division by zero',
      ) +
      djangoFence('print(n)') +
      '```output\n2\n```\n\n' +
      djangoFence('>>> def five():\n...     return 5\n>>> five()\n5', 'isolated'),
  );
  expect(await mutate()).toEqual({ mutants: 4, killed: 4, survivors: [] });
});

it('an expectation that would hold whatever happened survives', async () => {
  chapter.write(
    `${djangoFence('>>> 1\n1')}${djangoFence('print(5)', 'id=loose').trimEnd()}\n\`\`\`output\n…\n\`\`\`\n`,
  );
  expect(await mutate()).toEqual({
    mutants: 2,
    killed: 1,
    survivors: [{ file: 'content/a.mdx', line: 10, what: 'the expectation ""' }],
  });
});

it('where Django cannot be had, what was not tried is said and not counted', async () => {
  chapter.write(djangoFence('>>> 1\n1\n>>> 2\n2'));
  const report = await mutate(() => {
    throw new JudgeMissingError('there is no Python');
  });
  expect(report).toEqual({
    mutants: 0,
    killed: 0,
    survivors: [],
    untried: [
      { what: '2 expectations of env=django-2.2 in content/a.mdx', reason: 'there is no Python' },
    ],
  });
});

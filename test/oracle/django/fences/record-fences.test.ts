import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Engine } from '../../../../src/doctest/engine.ts';
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

const record = (options: { write?: boolean; filter?: string } = {}) =>
  recordFences(chapter.book, STAND_IN, chapter.recordings, { write: false, ...options });

const TWO = djangoFence('>>> 1 + 1\n2', 'id=two');

it('records what real Python does, and finds no difference the next time', async () => {
  chapter.write(TWO);
  expect(await record()).toMatchObject({ changes: ['content/a.mdx: two has no recording yet'] });
  expect(chapter.recordings.read(chapter.file)).toBeUndefined();
  await record({ write: true });
  expect(chapter.recordings.read(chapter.file)).toMatchObject({
    django: '2.2.28',
    fences: [{ id: 'two', examples: 1, checks: 1, printed: '2\n', value: 2 }],
  });
  expect(await record()).toEqual({ fences: 1, changes: [], failures: [], others: [] });
});

it('shows a recording that real Python does not bear out', async () => {
  chapter.write(TWO);
  await record({ write: true });
  const recording = chapter.recordings.read(chapter.file);
  if (!recording) throw new Error('nothing was recorded');
  const fences = recording.fences.map((fence) => ({ ...fence, value: 3 }));
  chapter.recordings.write(chapter.file, { ...recording, fences });
  const { changes } = await record();
  expect(changes).toHaveLength(1);
  expect(changes[0]).toMatch(
    /^content\/a\.mdx: two differs\n {2}- recorded .*"value":3.*\n {2}\+ received .*"value":2/,
  );
});

it('does not record what real Python contradicts, nor what stands below it', async () => {
  chapter.write(djangoFence('import sys\nsys.exit(1)', 'id=ends') + TWO);
  const { failures } = await record({ write: true });
  expect(failures).toEqual([
    'content/a.mdx:3:1  Raises SystemExit: 1.  [ends]\n    + received  SystemExit: 1',
    'content/a.mdx:6:1  Not run: an earlier fence of its scene fails.  [two]',
  ]);
  expect(chapter.recordings.read(chapter.file)).toBeUndefined();
});

it('drops recordings that no fence fits, and those of chapters that are gone', async () => {
  chapter.write(TWO);
  await record({ write: true });
  chapter.recordings.write('content/gone.mdx', { python: '3.11.7', fences: [] });
  const recording = chapter.recordings.read(chapter.file);
  if (recording) chapter.recordings.write('content/gone.mdx', recording);
  chapter.write('No fence.\n');
  const { changes } = await record({ write: true });
  expect(changes).toEqual([
    'content/a.mdx: two was recorded, but no fence fits that recording now',
    'content/gone.mdx: recorded, but there is no such chapter',
  ]);
  expect(chapter.recordings.files()).toEqual([]);
});

it('hides what differs from run to run and from machine to machine', async () => {
  chapter.write(
    djangoFence(
      '>>> import os, django\n>>> object(), os.getcwd(), django.__file__\n(<object ...',
      'id=here',
    ),
  );
  await record({ write: true });
  expect(chapter.recordings.read(chapter.file)?.fences[0]?.printed).toBe(
    "(<object object at 0x…>, '.', 'site-packages/django/__init__.py')\n",
  );
});

it('asks only the chapters that are named', async () => {
  chapter.write(TWO);
  expect(await record({ filter: 'other' })).toMatchObject({ fences: 0, changes: [] });
});

it('records an exercise with all its answers, those that fail too, and judges it by that', async () => {
  const python = (flags: string, code: string) => djangoFence(code, flags);
  const path = join(chapter.book.root, 'content/exercises/double.mdx');
  mkdirSync(dirname(path));
  const exercise = [
    python('setup', 'import django'),
    python('starter', 'def double(n): pass'),
    python('check title="Two"', '>>> double(2)\n4'),
    python('check hidden="Is it a square?"', '>>> double(3)\n6'),
    python('solution', 'def double(n): return n * 2'),
    python('wrong="It squares."', 'def double(n): return n ** 2'),
  ].join('');
  writeFileSync(path, exercise);
  chapter.write('<Exercise id="double" />\n');
  const file = 'content/exercises/double.mdx';
  expect((await record({ write: true, filter: 'double' })).failures).toEqual([]);
  expect(await record({ filter: 'double' })).toMatchObject({ fences: 12, changes: [] });
  const answers = chapter.recordings
    .read(file)
    ?.fences.map(({ id, missed = 'passed' }) => [id, missed]);
  expect(answers).toEqual([
    ['setup-1', 'passed'],
    ['solution', 'passed'],
    ['check-1', 'passed'],
    ['hidden-1', 'passed'],
    ['starter', 'passed'],
    ['check-1', 'failed'],
    ['hidden-1', 'failed'],
    ['wrong-1', 'passed'],
    ['check-1', 'passed'],
    ['hidden-1', 'failed'],
  ]);
  const judged = () =>
    new Engine({
      ...chapter.book,
      environments: {
        'django-2.2': djangoFences({ env: { CI: '1' }, recordings: chapter.recordings }),
      },
    }).check();
  expect((await judged()).failures).toEqual([]);
  writeFileSync(path, exercise.replace('n ** 2', 'n + 2'));
  expect((await judged()).failures).toMatchObject([{ id: 'wrong-1' }]);
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Engine } from '../../../../src/doctest/engine.ts';
import { recordFences } from './record-fences.ts';
import { djangoFences } from './runner.ts';
import {
  djangoFence,
  makeScratchChapter,
  type ScratchChapter,
  STAND_IN,
} from './scratch-chapter.ts';

const PREPARE = djangoFence('n = 1', 'id=prepare setup');
const ASK = djangoFence('>>> n + 1\n2', 'id=ask');
const ALONE = djangoFence(">>> import django\n>>> django.NAME\n'stand-in'", 'id=alone scene=bare');
const CHAPTER = PREPARE + ASK + ALONE;

const MISSING =
  'no recording of Django 2.2.28 fits this fence: it, or one above it in its scene, has changed. Run npm run oracle -- --fences content/a.mdx --write to record it';

let chapter: ScratchChapter;
let asked: number;

beforeEach(async () => {
  chapter = makeScratchChapter();
  asked = 0;
  chapter.write(CHAPTER);
  await recordFences(chapter.book, STAND_IN, chapter.recordings, { write: true });
});

afterEach(() => chapter.remove());

/** What a runner says of each fence: its judge, and what fails. */
async function judge(
  text: string,
  { env = {}, installed = true }: { env?: NodeJS.ProcessEnv; installed?: boolean } = {},
): Promise<Record<string, string[]>> {
  const find = () => {
    asked += 1;
    return installed ? STAND_IN : undefined;
  };
  const run = djangoFences({ env, recordings: chapter.recordings, find });
  const results = await Promise.all(chapter.scenes(text).map(run));
  return Object.fromEntries(
    results
      .flat()
      .map(({ id, judge, failures }) => [
        id,
        [judge.replace(/3\.\d+/, '3.x'), ...failures.map(({ message }) => message)],
      ]),
  );
}

const RECORDED = ['Django 2.2.28 on CPython 3.x, recorded'];
const LIVE = ['Django 2.2.28 on CPython 3.x, live'];
const NEW = ['Django 2.2.28 on CPython 3.x, live, not recorded yet'];

describe('a scene that is recorded', () => {
  it('is judged by its recording, without a look for Django', async () => {
    expect(await judge(CHAPTER)).toEqual({ prepare: RECORDED, ask: RECORDED, alone: RECORDED });
    expect(asked).toBe(0);
  });

  it('keeps its recording when its fences are moved or renamed', async () => {
    const moved = `A line.\n\n${ALONE}${PREPARE}${ASK.replace('id=ask', 'id=asked')}`;
    expect(await judge(moved)).toMatchObject({ asked: RECORDED, alone: RECORDED });
  });

  it('is judged by Django itself when that is wanted', async () => {
    const env = { DJANGO_FENCES: 'live' };
    expect(await judge(CHAPTER, { env })).toEqual({ prepare: LIVE, ask: LIVE, alone: LIVE });
  });

  it('gives its values as they were', async () => {
    const run = djangoFences({ env: {}, recordings: chapter.recordings });
    const [scene] = chapter.scenes(PREPARE + ASK);
    const results = scene && (await run(scene));
    expect(results?.[1]).toMatchObject({ status: 'passed', checks: 1, printed: '2\n', value: 2 });
  });
});

describe('a fence that has changed', () => {
  const changed = CHAPTER.replace('n + 1\n2', 'n + 2\n3');

  it('is judged by Django at once where that is at hand', async () => {
    expect(await judge(changed)).toEqual({ prepare: LIVE, ask: NEW, alone: RECORDED });
    const wrong = CHAPTER.replace('n + 1\n2', 'n + 1\n3');
    expect((await judge(wrong))['ask']).toEqual([...NEW, 'gives 2, not 3']);
  });

  it('fails where it is not, and says which command records it', async () => {
    expect(await judge(changed, { installed: false })).toEqual({
      prepare: RECORDED,
      ask: ['Django 2.2.28, not asked', MISSING],
      alone: RECORDED,
    });
  });

  it('fails in CI, and where only recordings are wanted, though Django is at hand', async () => {
    for (const env of [{ CI: 'true' }, { DJANGO_FENCES: 'recorded' }]) {
      expect((await judge(changed, { env }))['ask']?.slice(1)).toEqual([MISSING]);
    }
    expect(asked).toBe(0);
  });

  it('takes the recordings below it in its scene with it', async () => {
    const above = CHAPTER.replace('n = 1', 'n = 1.0');
    const said = await judge(above, { installed: false });
    expect(said['prepare']?.slice(1)).toEqual([MISSING]);
    expect(said['ask']?.slice(1)).toEqual([MISSING]);
    expect(said['alone']).toEqual(RECORDED);
  });
});

it('a chapter that is known is judged again when its recording has changed', async () => {
  const run = djangoFences({
    env: {},
    recordings: chapter.recordings,
    find: () => STAND_IN,
  });
  const engine = new Engine({ ...chapter.book, environments: { 'django-2.2': run } });
  chapter.recordings.write(chapter.file, { python: '', fences: [] });
  const judges = async () => (await engine.judge(chapter.file)).snippets.map(({ judge }) => judge);
  expect((await judges())[0]).toMatch(/, live, not recorded yet$/);
  await recordFences(chapter.book, STAND_IN, chapter.recordings, { write: true });
  expect((await judges())[0]).toMatch(/, recorded$/);
  await engine.close();
});

describe('the variable DJANGO_FENCES', () => {
  it('asks for what cannot be had in words', async () => {
    const said = await judge(CHAPTER, { env: { DJANGO_FENCES: 'live' }, installed: false });
    expect(said['ask']?.slice(1)).toEqual([
      'DJANGO_FENCES=live, but Django 2.2.28 is not at hand: npm run oracle fetches it',
    ]);
  });

  it('takes no other words', () => {
    expect(() => djangoFences({ env: { DJANGO_FENCES: 'lively' } })).toThrow(
      'DJANGO_FENCES is lively; it can be live or recorded.',
    );
  });
});

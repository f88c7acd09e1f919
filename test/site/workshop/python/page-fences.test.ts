import { afterAll, describe, expect, it } from 'vitest';
import { book } from '../../../../doctest.config.ts';
import { pageFences, whyNotHere } from '../../../../site/workshop/python/build/page-fences.ts';
import type { Interpreter } from '../../../../site/workshop/programs/python/interpreter.ts';
import type { PageFence } from '../../../../site/workshop/python/fences.ts';
import { Engine } from '../../../../src/doctest/engine.ts';
import { environmentScenes } from '../../../../src/doctest/run/judge-environments.ts';
import { isPython } from '../../../../src/doctest/run/judge-python.ts';
import { readWheels, startPython } from './start-python.ts';

const wheels = readWheels();
const engine = new Engine(book);
const chapters = engine.files().map((file) => engine.read(file));

afterAll(() => engine.close());

/** The scenes of a list of fences. */
const scenesOf = (fences: readonly PageFence[]): PageFence[][] => [
  ...Map.groupBy(fences, ({ scene }) => scene).values(),
];

/** A fence gives in the page's Python what it gives elsewhere. */
function hold(python: Interpreter, file: string, fence: PageFence): void {
  const { id, status, failures } = python.run(fence);
  expect({ file, id, status, failures }).toEqual({ file, id, status: 'passed', failures: [] });
}

describe("the book's Python in a page", () => {
  it('is all of it, but for what a page cannot do, which is listed and in the book', () => {
    for (const chapter of chapters) {
      const judged = [
        ...chapter.fences.filter(isPython),
        ...environmentScenes(chapter).flatMap(({ fences }) => fences),
      ].map(({ id }) => id);
      const here = pageFences(chapter, true).fences.map(({ id }) => id);
      const missing = judged.filter((id) => !here.includes(id));
      expect(missing.filter((id) => whyNotHere(chapter.file, id) === undefined)).toEqual([]);
    }
  });

  it('is none of Django where the site has no Django', () => {
    const fences = chapters.flatMap((chapter) => pageFences(chapter, false).fences);
    expect(fences.length).toBeGreaterThan(100);
    expect(fences.filter(({ django }) => django)).toEqual([]);
  });

  it('gives there what it gives where the book is built', async () => {
    const python = await startPython(wheels);
    for (const chapter of chapters) {
      const { file, fences } = pageFences(chapter, false);
      for (const scene of scenesOf(fences)) {
        python.begin(file, false);
        for (const fence of scene) {
          hold(python, file, fence);
        }
        python.end();
      }
    }
  });

  it.skipIf(!wheels).each(chapters.map((chapter) => [chapter.file, chapter] as const))(
    'is judged by real Django there as on CPython 3.11: %s',
    async (file, chapter) => {
      const django = pageFences(chapter, true).fences.filter((fence) => fence.django);
      for (const scene of scenesOf(django)) {
        const python = await startPython(wheels, { django: true });
        python.begin(file, true);
        for (const fence of scene) {
          hold(python, file, fence);
        }
      }
    },
  );
});

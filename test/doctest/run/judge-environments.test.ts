import { afterEach, beforeEach, expect, it } from 'vitest';
import { Engine } from '../../../src/doctest/engine.ts';
import type { EnvironmentScene } from '../../../src/doctest/book.ts';
import { summarize, summaryLine } from '../../../src/doctest/report/summary.ts';
import { snippetViews } from '../../../src/doctest/report/snippet-views.ts';
import { makeScratchBook, type ScratchBook } from '../scratch-book.ts';

let book: ScratchBook;
let engine: Engine;
let scenes: string[][];

/** A runner that says of each fence that it is as long as it is. */
async function measure({ fences }: EnvironmentScene) {
  scenes.push(fences.map(({ id }) => id));
  return fences.map(({ id, code, lineStarts }) => ({
    id,
    status: code.includes('wrong') ? ('failed' as const) : ('passed' as const),
    examples: 1,
    checks: 1,
    printed: '',
    value: code.length,
    failures: code.includes('wrong')
      ? [
          {
            line: lineStarts[0]?.line ?? 0,
            column: 1,
            message: 'is wrong',
            replacement: '5',
            wantStart: (lineStarts[0]?.line ?? 0) + 1,
            wantLines: 1,
          },
        ]
      : [],
    judge: 'a ruler',
  }));
}

beforeEach(() => {
  scenes = [];
  book = makeScratchBook({ environments: { ruler: measure } });
  engine = new Engine(book.options);
});

afterEach(async () => {
  await engine.close();
  book.remove();
});

const fence = (flags: string, code: string) => `\`\`\`python env=ruler ${flags}\n${code}\n\`\`\`\n`;

async function check(text: string) {
  book.write('content/a.mdx', text);
  return engine.check();
}

it('hands a runner each scene of its fences whole, in order', async () => {
  await check(
    fence('id=one', '1') +
      fence('id=two scene=other', '1') +
      fence('id=three', '1') +
      fence('id=four isolated', '1') +
      fence('id=five skip="no"', '1'),
  );
  expect(scenes).toEqual([['one', 'three'], ['two'], ['four']]);
});

it('counts its snippets by their judge, and pages are told who judged', async () => {
  const report = await check(fence('id=one', '1') + fence('id=two', '22'));
  const summary = summarize(report);
  expect(summary).toMatchObject({ snippets: 0, checks: 2, environments: { 'a ruler': 2 } });
  expect(summaryLine(summary)).toMatch(/^1 chapter, 2 snippets \(2 by a ruler\), 2 checks, /);
  const [chapter] = report.chapters;
  const views = chapter && snippetViews(chapter, book.options);
  expect(views?.get(0)).toMatchObject({ status: 'passed', judge: 'a ruler' });
});

it('pairs its values with those of TypeScript', async () => {
  const twin = '```ts id=twin no-runtime="a pair"\n5\n```\n';
  expect((await check(twin + fence('id=same same-as=twin', '12345'))).failures).toEqual([]);
  const { failures } = await check(twin + fence('id=same same-as=twin', '123'));
  expect(failures).toMatchObject([
    { id: 'same', line: 4, message: 'The value differs from that of "twin".', received: '3' },
  ]);
});

it('reports what a runner finds at its place, and rewrites it like any other expectation', async () => {
  const { failures, chapters } = await check(fence('id=bad', '>>> wrong\n4'));
  expect(failures).toMatchObject([
    { file: 'content/a.mdx', line: 2, id: 'bad', message: 'Is wrong.' },
  ]);
  const [fix] = chapters[0]?.snippets[0]?.fixes ?? [];
  expect(fix?.text).toBe('5\n');
});

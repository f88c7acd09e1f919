import { afterEach, beforeEach, expect, it } from 'vitest';
import { Engine } from '../../../src/doctest/engine.ts';
import { makeScratchBook, type ScratchBook } from '../scratch-book.ts';

let book: ScratchBook;
let engine: Engine;

beforeEach(() => {
  book = makeScratchBook();
  engine = new Engine(book.options);
});

afterEach(async () => {
  await engine.close();
  book.remove();
});

it('finds the column of a type error behind characters of every size', async () => {
  book.write(
    'content/a.mdx',
    "```ts\nvoid '\u00e4\u2026\u{1f600}'; const n: number = 'x'; void n;\n```\n",
  );
  const { failures } = await engine.check();
  expect(failures).toMatchObject([
    { line: 2, column: 20, message: "TS2322: Type 'string' is not assignable to type 'number'." },
  ]);
});

it('knows the names of chapters that were checked, of others, and of chapters that changed', async () => {
  book.write('content/a.mdx', '```ts id=a\nconst a = 1; void a;\n```\n');
  book.write('content/b.mdx', '```ts id=b\nconst b = 1; void b;\n```\n');
  await engine.check(['content/a.mdx']);
  const textsOf = async (file: string) => (await engine.nameTypes([file])).get(file)?.texts;
  expect(await textsOf('content/b.mdx')).toEqual(['b: 1']);
  expect(await textsOf('content/a.mdx')).toEqual(['a: 1']);
  book.write('content/a.mdx', '```ts id=a\nconst other = 2; void other;\n```\n');
  expect(await textsOf('content/a.mdx')).toEqual(['other: 2']);
});

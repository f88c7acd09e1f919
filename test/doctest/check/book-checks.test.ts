import { afterEach, beforeEach, expect, it } from 'vitest';
import { Engine } from '../../../src/doctest/engine.ts';
import type { BookCheck } from '../../../src/doctest/book.ts';
import { makeScratchBook, type ScratchBook } from '../scratch-book.ts';

let book: ScratchBook;
let engine: Engine;

/** Finds fault with the word "very". */
const checkWords: BookCheck = (chapters) =>
  chapters.flatMap(({ file, source }) =>
    source.split('\n').flatMap((text, index) =>
      text.includes('very')
        ? [
            {
              file,
              line: index + 1,
              column: text.indexOf('very') + 1,
              id: '',
              message: 'Say it plainly.',
            },
          ]
        : [],
    ),
  );

beforeEach(() => {
  book = makeScratchBook({ checks: [checkWords] });
  engine = new Engine(book.options);
});

afterEach(async () => {
  await engine.close();
  book.remove();
});

it("a book's own checks are asked about every chapter, and fail at their places", async () => {
  book.write('content/a.mdx', 'Plain.\n');
  book.write('content/b.mdx', 'One.\n\nIt is very good.\n\n```ts\n1 // => 2\n```\n');
  const { failures } = await engine.check();
  expect(failures.map(({ file, line, column, message }) => [file, line, column, message])).toEqual([
    ['content/b.mdx', 3, 7, 'Say it plainly.'],
    ['content/b.mdx', 6, 3, 'The value differs.'],
  ]);
});

it('are asked only about the chapters that are checked', async () => {
  book.write('content/a.mdx', 'Plain.\n');
  book.write('content/b.mdx', 'It is very good.\n');
  expect((await engine.check(['content/a.mdx'])).failures).toEqual([]);
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fixBook } from '../../../src/doctest/commands/fix.ts';
import { Engine } from '../../../src/doctest/engine.ts';
import { makeScratchBook, type ScratchBook } from '../scratch-book.ts';

let book: ScratchBook;
let engine: Engine;

beforeEach(() => {
  vi.stubEnv('CI', '');
  vi.spyOn(console, 'log').mockImplementation(() => {});
  vi.spyOn(console, 'error').mockImplementation(() => {});
  book = makeScratchBook();
  engine = new Engine(book.options);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await engine.close();
  book.remove();
});

const fix = () => fixBook(engine, engine.files(), false);

describe('--fix', () => {
  it('rewrites wrong expectations where they stand and touches nothing else', async () => {
    book.write(
      'content/a.mdx',
      [
        '# 1 // => 2',
        '',
        '- in a list',
        '',
        '  ```ts',
        '  const text = "1 // => 2";',
        '  text.length; // => 1',
        "  ({ a: [1] }) // => { a: 'b' }",
        '  throwIt() // throws Error: no',
        '  function throwIt(): never { throw new RangeError("far"); }',
        '  console.log("one\\ntwo")',
        '  ```',
        '',
        '  ```output',
        '  three',
        '  ```',
        '',
      ].join('\n'),
    );
    expect(await fix()).toBe(0);
    expect(book.read('content/a.mdx').split('\n')).toEqual([
      '# 1 // => 2',
      '',
      '- in a list',
      '',
      '  ```ts',
      '  const text = "1 // => 2";',
      '  text.length; // => 9',
      '  ({ a: [1] }) // => { a: [1] }',
      '  throwIt() // throws RangeError: far',
      '  function throwIt(): never { throw new RangeError("far"); }',
      '  console.log("one\\ntwo")',
      '  ```',
      '',
      '  ```output',
      '  one',
      '  two',
      '  ```',
      '',
    ]);
  });

  it('changes nothing the second time', async () => {
    book.write(
      'content/a.mdx',
      '```ts\nclass Box { size = 1; }\nnew Box(); // => 1\nnew Map([["a", "b\\nc"]]); // => 2\n-0; // => 0\nnew Uint8Array([1]) // => 3\n```\n',
    );
    await fix();
    const once = book.read('content/a.mdx');
    await fix();
    expect(book.read('content/a.mdx')).toBe(once);
    expect(once).toContain('new Box(); // => Box { size: 1 }\n');
  });

  it('fills an empty output fence and keeps CRLF where it was not at work', async () => {
    book.write('content/a.mdx', '# CRLF\r\n\r\n```ts\r\n1 + 1; // => 3\r\n```\r\n');
    book.write('content/b.mdx', '```ts\nconsole.log("x")\n```\n\n```output\n```\n');
    await fix();
    expect(book.read('content/a.mdx')).toBe('# CRLF\r\n\r\n```ts\r\n1 + 1; // => 2\r\n```\r\n');
    expect(book.read('content/b.mdx')).toBe('```ts\nconsole.log("x")\n```\n\n```output\nx\n```\n');
  });

  it('rewrites what Python gives', async () => {
    book.write(
      'content/a.mdx',
      '```python\n>>> 1 + 1\n3\n>>> "a"\n>>> x = 1\n1\n>>> [1]\n[1]\n```\n',
    );
    expect(await fix()).toBe(0);
    expect(book.read('content/a.mdx')).toBe(
      '```python\n>>> 1 + 1\n2\n>>> "a"\n\'a\'\n>>> x = 1\n>>> [1]\n[1]\n```\n',
    );
  });

  it('says so when a value varies from run to run', async () => {
    book.write('content/a.mdx', '```ts\nMath.random() // => 2\n```\n');
    expect(await fix()).toBe(1);
    expect(console.error).toHaveBeenCalledWith(
      expect.stringContaining('something in these snippets varies'),
    );
  });

  it('refuses to run in CI', async () => {
    vi.stubEnv('CI', 'true');
    book.write('content/a.mdx', '```ts\n1 // => 2\n```\n');
    expect(await fix()).toBe(2);
    expect(book.read('content/a.mdx')).toBe('```ts\n1 // => 2\n```\n');
  });
});

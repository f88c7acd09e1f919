import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Engine } from '../../../src/doctest/engine.ts';
import { ModuleStore } from '../../../src/doctest/run/module-store.ts';
import { makeScratchBook, type ScratchBook } from '../scratch-book.ts';

let book: ScratchBook;

beforeEach(() => {
  book = makeScratchBook({ runtime: 'runtime' });
});

afterEach(() => book.remove());

const pathOf = (file: string) => `${book.options.root}/${file}`;
const urlOf = (file: string) => pathToFileURL(pathOf(file)).href;

describe('modules made ready for threads', () => {
  it('come with all that they import, and without what only types need', () => {
    book.write('runtime/a.ts', "import { b } from './b.ts';\nexport const a = (): number => b;\n");
    book.write(
      'runtime/b.ts',
      "import type { C } from './c.ts';\nexport * from './d.ts';\nexport const b: C = 1;\n",
    );
    book.write('runtime/c.ts', 'export type C = number;\n');
    book.write('runtime/d.ts', "import 'node:fs';\nimport './missing.ts';\n");
    const store = new ModuleStore(pathOf('runtime'));
    const modules = store.collect([pathOf('runtime/a.ts'), 'node:fs']);
    expect([...modules.keys()]).toEqual(['a', 'b', 'd'].map((name) => urlOf(`runtime/${name}.ts`)));
    expect(modules.get(urlOf('runtime/b.ts'))?.code).not.toContain(': C');
    expect(store.marked).toEqual([{ path: pathOf('runtime/a.ts'), name: 'a' }]);
  });

  it('are made once, and again when they have changed', () => {
    book.write('runtime/a.ts', 'export const a = 1;\n');
    const store = new ModuleStore();
    const find = () => store.collect([pathOf('runtime/a.ts')]).get(urlOf('runtime/a.ts'));
    const first = find();
    expect(find()).toBe(first);
    book.write('runtime/a.ts', 'export const a = 22;\n');
    expect(find()?.code).toContain('22');
  });

  it('are of one moment while they are held', async () => {
    book.write('runtime/a.ts', 'export const a = 1;\n');
    const store = new ModuleStore();
    const code = () =>
      store.collect([pathOf('runtime/a.ts')]).get(urlOf('runtime/a.ts'))?.code ?? '';
    await store.hold(async () => {
      expect(code()).toContain('a = 1');
      book.write('runtime/a.ts', 'export const a = 22;\n');
      expect(code()).toContain('a = 1');
    });
    expect(code()).toContain('22');
  });

  it('can be taken with other text, which is not remembered', () => {
    book.write('runtime/a.ts', 'export const a = 1;\n');
    const store = new ModuleStore();
    const path = pathOf('runtime/a.ts');
    const code = (replace?: { path: string; source: string }) =>
      store.collect([path], replace).get(urlOf('runtime/a.ts'))?.code;
    expect(code({ path, source: 'export const a = 2;\n' })).toContain('a = 2');
    expect(code()).toContain('a = 1');
  });
});

describe('a chapter', () => {
  it('counts the functions of a module that it imports by an expression, too', async () => {
    book.write('runtime/late.ts', 'export const late = (): number => 1;\n');
    book.write(
      'content/a.mdx',
      "```ts\nconst name = 'late';\nconst { late } = (await import(`../runtime/${name}.ts`)) as { late: () => number };\nlate(); // => 1\n```\n",
    );
    const { snippets, failures } = await new Engine(book.options).judge('content/a.mdx');
    expect(failures).toEqual([]);
    expect(snippets[0]?.entered).toEqual(['runtime/late.ts#late']);
  });

  it('names an arrow function whose value is only of another type', async () => {
    book.write('runtime/cast.ts', 'export const cast = () => Object.create(null) as object;\n');
    book.write(
      'content/a.mdx',
      "```ts\nimport { cast } from '../runtime/cast.ts';\ntypeof cast(); // => 'object'\n```\n",
    );
    const { snippets } = await new Engine(book.options).judge('content/a.mdx');
    expect(snippets[0]?.entered).toEqual(['runtime/cast.ts#cast']);
  });

  it('says why a module of the runtime does not load, where Node cannot strip its types', async () => {
    book.write('runtime/enum.ts', 'export enum Size { Small }\n');
    book.write('content/a.mdx', "```ts\nimport { Size } from '../runtime/enum.ts';\nSize;\n```\n");
    const { failures } = await new Engine(book.options).judge('content/a.mdx');
    expect(failures).toMatchObject([{ message: expect.stringContaining('enum') }]);
  });
});

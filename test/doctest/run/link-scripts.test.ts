import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Engine } from '../../../src/doctest/engine.ts';
import { linkScripts, type LinkedScripts } from '../../../src/doctest/run/link-scripts.ts';
import { ModuleStore } from '../../../src/doctest/run/module-store.ts';
import { makeScratchBook, type ScratchBook } from '../scratch-book.ts';

let book: ScratchBook;
let store: ModuleStore;

beforeEach(() => {
  book = makeScratchBook({ runtime: 'runtime' });
  store = new ModuleStore(pathOf('runtime'));
});

afterEach(() => book.remove());

const pathOf = (file: string) => `${book.options.root}/${file}`;

function write(modules: Record<string, string>): void {
  for (const [name, text] of Object.entries(modules)) book.write(`runtime/${name}.ts`, text);
}

function link(replace?: { path: string; source: string }): LinkedScripts | undefined {
  return linkScripts([store.script(pathOf('runtime/a.ts'))], store, replace);
}

/** Runs a chapter's only snippet, and gives its failures as sentences. */
async function judge(snippet: string, engine = new Engine(book.options)): Promise<string[]> {
  book.write('content/a.mdx', `\`\`\`ts no-runtime="why"\n${snippet}\n\`\`\`\n`);
  const { failures } = await engine.judge('content/a.mdx');
  return failures.map(({ message, received }) => [message, received].filter(Boolean).join(' '));
}

describe('linking scripts', () => {
  it('takes in all that they import, each once', () => {
    write({
      a: "import { b } from './b.ts';\nimport { c } from './c.ts';\nimport fs from 'node:fs';\nvoid [b, c, fs];\n",
      b: "export * from './c.ts';\nexport const b = 1;\n",
      c: 'export const c = 1;\n',
    });
    const scripts = link()?.scripts;
    expect(scripts?.map(({ url, imports }) => [url.slice(-4), imports])).toEqual([
      ['a.ts', [1, 2, { specifier: 'node:fs', names: ['default'] }]],
      ['b.ts', [2]],
      ['c.ts', []],
    ]);
  });

  it('goes round in circles where only functions are asked for early', () => {
    write({
      a: "import { b } from './b.ts';\nexport function a() {}\nexport const n = b;\n",
      b: "import { a } from './a.ts';\nexport const b = a;\n",
    });
    expect(link()?.scripts).toHaveLength(2);
  });

  it.each([
    [
      'there is a circle of other things',
      { b: "import { n } from './a.ts';\nexport const b = n;\n" },
    ],
    [
      'a namespace is asked for in a circle',
      { b: "import * as a from './a.ts';\nexport const b = a;\n" },
    ],
    ['a name is exported nowhere', { b: 'export const d = 1;\n' }],
    ['a module is nowhere', { b: "import './missing.ts';\nexport const b = 1;\n" }],
    ['a module waits', { b: 'export const b = await 1;\n' }],
    ['two modules export one name', { b: "export * from './c.ts';\nexport * from './d.ts';\n" }],
    ['Node cannot take the types away', { b: 'enum B {}\nexport const b = B;\n' }],
  ])('leaves it to Node where %s', (_, modules) => {
    write({
      a: "import { b } from './b.ts';\nexport const n = 1;\nexport const m = b;\n",
      c: 'export const b = 1;\n',
      d: 'export const b = 1;\n',
      ...modules,
    });
    expect(link()).toBeUndefined();
  });

  it('asks one thread for compiled code, and hands it to the threads behind', () => {
    write({ a: "import { b } from './b.ts';\nvoid b;\n", b: 'export const b = 1;\n' });
    const first = link();
    expect(first?.wanted).toEqual([1]);
    expect(link()?.wanted).toEqual([]);
    first?.keep([[1, new Uint8Array([1, 2])]]);
    expect(link()?.scripts[1]?.compiled).toEqual(new Uint8Array([1, 2]));
    const path = pathOf('runtime/b.ts');
    expect(link({ path, source: 'export const b = 2;\n' })?.scripts[1]?.compiled).toBeUndefined();
  });
});

describe('a chapter whose modules are scripts', () => {
  it('has modules of its own, though their compiled code is shared', async () => {
    write({ a: 'let n = 0;\nexport const next = (): number => (n += 1);\n' });
    const engine = new Engine(book.options);
    const snippet = "import { next } from '../runtime/a.ts';\nnext(); // => 1";
    for (const more of ['', '\n', '\n\n']) expect(await judge(snippet + more, engine)).toEqual([]);
  });

  it('sees a namespace as one, and defaults and names of packages', async () => {
    write({
      a: "import * as b from './b.ts';\nimport path, { sep } from 'node:path';\nexport const a = { b, join: path.join === path.posix.join, sep };\n",
      b: 'export const z = 1;\nexport function y(): void {}\n',
    });
    expect(
      await judge(
        "import { types } from 'node:util';\nimport { a } from '../runtime/a.ts';\n[types.isModuleNamespaceObject(a.b), Object.keys(a.b), a.join, a.sep] // => [true, ['y', 'z'], true, '/']",
      ),
    ).toEqual([]);
  });

  it('runs circles in the order in which modules run', async () => {
    write({
      log: 'export const log: string[] = [];\n',
      a: "import { log } from './log.ts';\nimport { b } from './b.ts';\nexport function a(): string {\n  return 'a';\n}\nlog.push(`a after ${b}`);\n",
      b: "import { log } from './log.ts';\nimport { a } from './a.ts';\nexport const b = 'b';\nlog.push(`b, ${a()}`);\n",
    });
    expect(
      await judge(
        "import { a } from '../runtime/a.ts';\nimport { log } from '../runtime/log.ts';\n[...log, a()] // => ['b, a', 'a after b', 'a']",
      ),
    ).toEqual([]);
  });

  it('is run by Node where it imports one of them by an expression: there is one of each', async () => {
    write({ a: 'export const a = {};\n' });
    expect(
      await judge(
        "import { a } from '../runtime/a.ts';\nconst name: string = 'a';\nconst again: { a: object } = await import(`../runtime/${name}.ts`);\nagain.a === a // => true",
      ),
    ).toEqual([]);
  });

  it('says at which line of which module an error was made', async () => {
    write({
      a: '/** One. */\nexport function a(): string {\n  return new Error().stack ?? "";\n}\n',
    });
    const [said] = await judge(
      "import { a } from '../runtime/a.ts';\na().split('\\n')[1] // => 'at'",
    );
    expect(said).toMatch(/at a \(file:\/\/\S*\/runtime\/a\.ts:3:10\)/);
  });
});

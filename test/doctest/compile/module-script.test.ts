import { describe, expect, it } from 'vitest';
import { blankOut, readModule } from '../../../src/doctest/compile/module-script.ts';
import { parseWithRolldown } from '../../../src/doctest/compile/rolldown-parser.ts';

const read = (source: string) => readModule(source, parseWithRolldown(source).body);

describe('a module as a script', () => {
  it('asks for its imports in the order in which they stand, and names what it exports', () => {
    const shape = read(
      [
        "import first, { a, b as c } from './first.ts';",
        "import * as second from './second.ts';",
        "import './third.ts';",
        "export { d as e } from './fourth.ts';",
        "export * from './fifth.ts';",
      ].join('\n'),
    );
    expect(shape?.imports).toEqual([
      { specifier: './first.ts', names: ['default', 'a', 'b'] },
      { specifier: './second.ts', names: ['*'] },
      { specifier: './third.ts', names: [] },
      { specifier: './fourth.ts', names: ['d'] },
      { specifier: './fifth.ts', names: ['*'] },
    ]);
    expect(shape?.exports).toEqual(['e']);
    expect(shape?.stars).toEqual([4]);
  });

  it('exports functions before it runs, and everything once it has', () => {
    const source =
      'export function f() {}\nexport class C {}\nconst g = () => 1;\nexport { g as h };\n';
    const shape = read(source);
    expect(shape).toMatchObject({ exports: ['f', 'C', 'h'], hoisted: ['f'] });
    expect(shape?.head).toContain('__hoist(() => ({ f: f }));');
    expect(shape?.tail).toContain('return { f: f, C: C, h: g };');
  });

  it('keeps every other character at its place', () => {
    const source =
      "import {\n  a,\n} from './a.ts';\nimport type { T } from './t.ts';\nexport const b: T = a;\nexport { b as c };\n";
    const blank = blankOut(source, read(source)?.blanks ?? []);
    expect(blank).toBe(
      `${' '.repeat(8)}\n${' '.repeat(4)}\n${' '.repeat(16)}\nimport type { T } from './t.ts';\n${' '.repeat(7)}const b: T = a;\n${' '.repeat(18)}\n`,
    );
  });

  it('needs nothing of what only types need', () => {
    const shape = read(
      "import { type A, b } from './a.ts';\nimport type { C } from './c.ts';\nexport type { C };\nexport interface D {}\nexport type E = typeof b;\n",
    );
    expect(shape).toMatchObject({
      imports: [{ specifier: './a.ts', names: ['b'] }],
      exports: [],
    });
  });

  it.each([
    ['a default export', 'export default 1;'],
    ['a default of another module', "export { default } from './a.ts';"],
    ['a default by another name', 'const a = 1;\nexport { a as default };'],
    ['a name that is no identifier', "const a = 1;\nexport { a as 'b c' };"],
    ['a namespace that it exports', "export * as a from './a.ts';"],
    ['a variable that it exports', 'export let a = 1;'],
    ['a variable that it exports by another name', 'let a = 1;\nexport { a as b };'],
    ['a pattern that it exports', 'export const { a } = { a: 1 };'],
    ['a function that it exports and replaces', 'export function f() {}\nf = () => {};'],
    ['a class that a pattern replaces', 'export class C {}\n({ C } = { C: Object });'],
    ['a function that a loop replaces', 'export function f() {}\nfor (f of []);'],
    ['await at the top', 'const a = await 1;'],
    ['for await at the top', 'for await (const a of []) a;'],
    ['await using at the top', 'await using a = { async [Symbol.asyncDispose]() {} };'],
    ['import.meta', 'export const url = () => import.meta.url;'],
    ['an import with attributes', "import a from './a.json' with { type: 'json' };"],
    ['a line for the shell', '#!/usr/bin/env node\n1;'],
  ])('is none where it has %s', (_, source) => {
    expect(read(source)).toBeUndefined();
  });

  it('may wait in functions, and may change what it does not export', () => {
    const source =
      'let n = 0;\nexport const f = async () => {\n  for await (const a of []) n += await a;\n};\n';
    expect(read(source)?.exports).toEqual(['f']);
  });
});

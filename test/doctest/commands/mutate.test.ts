import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mutateExpectations } from '../../../src/doctest/commands/mutate-expectations.ts';
import { breakFunction, mutateRuntime } from '../../../src/doctest/commands/mutate-runtime.ts';
import { mutateExpression, mutateText } from '../../../src/doctest/commands/mutate-text.ts';
import { listFunctions } from '../../../src/doctest/compile/list-functions.ts';
import { parseWithRolldown } from '../../../src/doctest/compile/rolldown-parser.ts';
import { Engine } from '../../../src/doctest/engine.ts';
import { makeScratchBook, type ScratchBook } from '../scratch-book.ts';

let book: ScratchBook;
let engine: Engine;

beforeEach(() => {
  book = makeScratchBook({ runtime: 'runtime' });
  engine = new Engine(book.options);
  book.write(
    'runtime/math.ts',
    'export const double = (n: number): number => (n * 2);\nexport function log(): void {}\nexport class Counter { #n = 0; up(): this { this.#n += 1; return this; } get n(): number { return this.#n; } }\n',
  );
});

afterEach(async () => {
  await engine.close();
  book.remove();
});

describe('--mutate', () => {
  it('kills a mutant for every kind of expectation', async () => {
    book.write(
      'content/a.mdx',
      "import\n\n```ts\nimport { double } from '../runtime/math.ts';\ndouble(1) // => 2\ndouble(2) // => … \nconst n = double(3) // => 6\nboom() // throws Error: boom\nfunction boom(): never { throw new Error('boom'); }\nconsole.log('out');\n```\n\n```output\nout\n```\n".replace(
        'double(2) // => … \n',
        '',
      ),
    );
    expect(await mutateExpectations(engine, engine.files())).toEqual({
      mutants: 4,
      killed: 4,
      survivors: [],
    });
  });

  it('names an expectation that would hold whatever happened', async () => {
    book.write('content/a.mdx', "```ts\nconsole.log('anything');\n```\n\n```output\n…\n```\n");
    const { survivors } = await mutateExpectations(engine, engine.files());
    expect(survivors).toEqual([{ file: 'content/a.mdx', line: 6, what: 'the expectation ""' }]);
  });

  it('changes the text under a Python example', async () => {
    book.write(
      'content/a.mdx',
      '```python\n>>> 1 + 1\n2\n>>> 1 / 0\nTraceback (most recent call last):\nZeroDivisionError: division by zero\n```\n',
    );
    expect(await mutateExpectations(engine, engine.files())).toEqual({
      mutants: 2,
      killed: 2,
      survivors: [],
    });
  });
});

describe('--mutate=runtime', () => {
  it('breaks each function that a chapter enters', async () => {
    book.write(
      'content/a.mdx',
      "```ts\nimport { Counter, double } from '../runtime/math.ts';\ndouble(new Counter().up().n) // => 2\n```\n",
    );
    expect(await mutateRuntime(engine, engine.files())).toEqual({
      mutants: 3,
      killed: 3,
      survivors: [],
    });
  });

  it('breaks private methods, callbacks without a name, and each of two functions of one name', async () => {
    book.write(
      'runtime/more.ts',
      'export class Sum { #add(a: number, b: number): number { return a + b; } of(list: number[]): number { return list.reduce((a, b) => this.#add(a, b), 0); } }\nexport const pick = (n: number) => { const go = n > 0 ? () => 1 : () => 2; return go(); };\n',
    );
    book.write(
      'content/a.mdx',
      "```ts\nimport { Sum, pick } from '../runtime/more.ts';\nnew Sum().of([1, 2]); // => 3\ntry { pick(0); } catch {}\n```\n",
    );
    expect(await mutateRuntime(engine, engine.files())).toEqual({
      mutants: 5,
      killed: 3,
      survivors: [
        { file: 'runtime/more.ts', line: 2, what: 'pick throws at once' },
        { file: 'runtime/more.ts', line: 2, what: 'pick.<locals>.go (2) throws at once' },
      ],
    });
  });

  it('names a function that may throw unnoticed', async () => {
    book.write(
      'content/a.mdx',
      "```ts\nimport { double, log } from '../runtime/math.ts';\ntry { log(); } catch {}\ndouble(1) // => 2\n```\n",
    );
    const { survivors } = await mutateRuntime(engine, engine.files());
    expect(survivors).toEqual([{ file: 'runtime/math.ts', line: 2, what: 'log throws at once' }]);
  });

  it('tells a setter that nobody entered from the getter beside it', async () => {
    book.write(
      'runtime/box.ts',
      'export class Box { get size() { return 2; } set size(size: number) { console.log(size); } }\n',
    );
    book.write(
      'content/a.mdx',
      "```ts\nimport { Box } from '../runtime/box.ts';\nnew Box().size; // => 2\n```\n",
    );
    const { mutants, survivors } = await mutateRuntime(engine, engine.files());
    expect({ mutants, survivors }).toEqual({ mutants: 1, survivors: [] });
  });

  it('breaks functions of every form without breaking the syntax', () => {
    const source =
      'const a = () => ({ b: (1) });\nconst c = (x: number) => ((x));\nclass D { *e() { yield 1; } static f = async () => 1; }\nexport default function () {}\n';
    for (const found of listFunctions(source, parseWithRolldown)) {
      const broken = breakFunction(source, found);
      expect(parseWithRolldown(broken).error, broken).toBeUndefined();
      expect(broken).toContain("throw new Error('mutant')");
    }
  });
});

describe('a changed expectation', () => {
  it.each([
    ["'a'", "'a~'"],
    ['1', '(1 + 1)'],
    ['{ a: 1, b: [true] }', '{ a: 1, b: [false] }'],
    ["{ 'key': value }", "(Symbol('mutant') as never)"],
    ['name', "(Symbol('mutant') as never)"],
    ['12n', '121n'],
  ])('%s becomes %s', (before, after) => {
    expect(mutateExpression(before, parseWithRolldown)).toBe(after);
  });

  it('of text loses its first letter, and cannot be made of a wildcard alone', () => {
    expect(mutateText('… of Box { a: 1 }')).toBe('… #f Box { a: 1 }');
    expect(mutateText('……')).toBeUndefined();
  });
});

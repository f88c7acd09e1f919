import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Engine } from '../../../src/doctest/engine.ts';
import { makeScratchBook, type ScratchBook } from '../scratch-book.ts';

let book: ScratchBook;
let engine: Engine;

beforeEach(() => {
  book = makeScratchBook({ exercises: 'content/exercises', runtime: 'runtime', python: false });
  engine = new Engine(book.options);
  book.write('runtime/count.ts', 'let n = 0;\nexport const count = (): number => (n += 1);\n');
});

afterEach(async () => {
  await engine.close();
  book.remove();
});

const fence = (meta: string, code: string) => `\`\`\`ts ${meta}\n${code}\n\`\`\`\n`;

/** Judges an exercise whose solution is some code, and gives its failures. */
async function solve(name: string, solution: string, check: string): Promise<string[]> {
  const parts = [
    fence('starter', 'const answer = (): unknown => 0;'),
    fence('check title="It holds" no-runtime="why"', check),
    fence('solution', `${solution}\nconst answer = (): unknown => process.pid;`),
  ];
  book.write(`content/exercises/${name}.mdx`, parts.join(''));
  const { failures } = await engine.exercises.judge(`content/exercises/${name}.mdx`);
  return failures.map(({ message, received }) => `${message} ${received ?? ''}`.trim());
}

const HOLDS = 'answer() === process.pid; // => true';

describe('exercises that run in one thread one after another', () => {
  it('do, as long as they leave it as it was', async () => {
    const thread = "import { threadId } from 'node:worker_threads';\n";
    const first = await solve('a', thread, `${HOLDS}\nthreadId; // => -1`);
    const second = await solve('b', thread, `${HOLDS}\nthreadId; // => -1`);
    expect(first.join()).toMatch(/The value differs\. \d+/);
    expect(second).toEqual(first);
  });

  it('have modules of their own', async () => {
    const solution = "import { count } from '../../runtime/count.ts';";
    for (const name of ['a', 'b'])
      expect(await solve(name, solution, `${HOLDS}\ncount() < 3; // => true`)).toEqual([]);
  });

  it.each([
    [
      'a name of the global object',
      "Reflect.set(globalThis, 'left', 1);",
      "Reflect.has(globalThis, 'left')",
    ],
    [
      'a method of a prototype',
      "Reflect.set(Array.prototype, 'left', 1);",
      "Reflect.has([], 'left')",
    ],
    ['a method that it replaces', 'Math.max = () => 0;', 'Math.max(1) === 0'],
    [
      'an iterator',
      "Reflect.set(Object.getPrototypeOf([].values()), 'left', 1);",
      "Reflect.has([].values(), 'left')",
    ],
    [
      'a variable of the environment',
      "process.env['LEFT'] = '1';",
      "process.env['LEFT'] !== undefined",
    ],
    ['a listener', "process.on('left', () => {});", "process.listenerCount('left') > 0"],
    ['the depth of stacks', 'Error.stackTraceLimit = 3;', 'Error.stackTraceLimit === 3'],
    [
      'a timer that keeps nothing alive',
      "setTimeout(() => Reflect.set(globalThis, 'left', 1), 1).unref();",
      "(await new Promise((resolve) => setTimeout(resolve, 50)), Reflect.has(globalThis, 'left'))",
    ],
  ])('do not when one leaves %s', async (_, leave, isLeft) => {
    expect(await solve('a', leave, HOLDS)).toEqual([]);
    expect(await solve('b', '', `${HOLDS}\n${isLeft}; // => false`)).toEqual([]);
  });
});

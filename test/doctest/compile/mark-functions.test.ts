import { stripTypeScriptTypes } from 'node:module';
import { expect, it } from 'vitest';
import { listFunctions } from '../../../src/doctest/compile/list-functions.ts';
import { markFunctions } from '../../../src/doctest/compile/mark-functions.ts';
import { parseWithRolldown } from '../../../src/doctest/compile/rolldown-parser.ts';

const SOURCE = `export const pair = (n: number) => ({ b: (n) });
export const same = (n: number) => ((n));
export const twice = (n: number) => (m: number): number => n * m;
export class Box {
  #size = 1;
  constructor() { this.#grow(); }
  get size(): number { return this.#size; }
  set size(size: number) { this.#size = size; }
  #grow = (): void => void (this.#size += 1);
  *each(): Generator<number> { yield this.#size; }
  static make = async () => new Box() as Box;
}
export function outer() { function inner() { return 1; } return inner; }
`;

/** The marked module's exports, and the names of the functions entered since the last call. */
function run(source: string) {
  const functions = listFunctions(source, parseWithRolldown);
  const marked = markFunctions(source, functions, { first: 3, list: 'list' });
  const body = stripTypeScriptTypes(marked).replaceAll(
    /^(export|import) .*?(?=const|class|function|\{)/gm,
    '',
  );
  const entered = new Uint8Array(functions.length + 3);
  const [code = ''] = body.split('\n{ entered as');
  const exports = new Function('__entered', `${code}\nreturn { pair, same, twice, Box, outer };`)(
    entered,
  ) as {
    pair: (n: number) => { b: number };
    same: (n: number) => number;
    twice: (n: number) => (m: number) => number;
    Box: { new (): { size: number; each: () => Iterable<number> }; make: () => Promise<unknown> };
    outer: () => () => number;
  };
  const take = () => {
    const names = functions.flatMap(({ name }, index) => (entered[index + 3] === 1 ? [name] : []));
    entered.fill(0);
    return names;
  };
  return { marked, exports, take };
}

it('notes just the functions that are entered, whatever form they have', async () => {
  const { exports, take } = run(SOURCE);
  expect(take()).toEqual([]);
  expect(exports.pair(2)).toEqual({ b: 2 });
  expect(take()).toEqual(['pair']);
  expect(exports.same(3)).toBe(3);
  expect(take()).toEqual(['same']);
  const double = exports.twice(2);
  expect(take()).toEqual(['twice']);
  expect(double(4)).toBe(8);
  expect(take()).toEqual(['twice.<locals>.<anonymous>']);
  const box = new exports.Box();
  expect(take()).toEqual(['Box.constructor', 'Box.#grow']);
  expect(box.size).toBe(2);
  expect(take()).toEqual(['Box.size']);
  box.size = 5;
  expect(take()).toEqual(['Box.size.setter']);
  expect([...box.each()]).toEqual([5]);
  expect(take()).toEqual(['Box.each']);
  await exports.Box.make();
  expect(take()).toContain('Box.make');
  const inner = exports.outer();
  expect(take()).toEqual(['outer']);
  inner();
  expect(take()).toEqual(['outer.<locals>.inner']);
});

it('leaves every line its number, and a module without functions as it is', () => {
  const { marked } = run(SOURCE);
  const before = SOURCE.split('\n');
  const after = marked.split('\n');
  for (const [index, line] of before.entries()) {
    expect(after[index]?.slice(0, 12)).toBe(line.slice(0, 12));
  }
  expect(markFunctions('export const n = 1;', [], { first: 0, list: 'list' })).toBe(
    'export const n = 1;',
  );
});

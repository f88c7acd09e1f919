import { describe, expect, it } from 'vitest';
import { equal } from '../../../src/doctest/values/equal.ts';
import { matches, oneLine, tidy } from '../../../src/doctest/values/pattern.ts';
import { render } from '../../../src/doctest/values/render.ts';

class Box {
  readonly #secret: number;
  constructor(secret: number) {
    this.#secret = secret;
  }
  open(): number {
    return this.#secret;
  }
}

const loop: unknown[] = [];
loop.push(loop);

describe('two values are the same', () => {
  it.each([
    [NaN, NaN],
    [{ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }],
    [Object.assign(Object.create(null), { a: 1 }), { a: 1 }],
    [new Map([['a', [1]]]), new Map([['a', [1]]])],
    [new Set([[1]]), new Set([[1]])],
    [new Uint8Array([1, 2]), new Uint8Array([1, 2])],
    [new RangeError('x'), new RangeError('x')],
    [new Date(5), new Date(5)],
    [/a/g, /a/g],
  ])('%o and %o', (left, right) => expect(equal(left, right)).toBe(true));

  it('even where they contain themselves', () => {
    const other: unknown[] = [];
    other.push(other);
    expect(equal(loop, other)).toBe(true);
  });
});

const DIFFERENT: [unknown, unknown][] = [
  [0, -0],
  [1, '1'],
  [null, undefined],
  [[1], [1, 2]],
  [{ a: undefined }, { b: undefined }],
  [{ a: 1 }, [1]],
  [new Map([['a', 1]]), new Map([['a', 2]])],
  [new Set([1]), new Set([2])],
  [new Uint8Array([1]), [1]],
  [new RangeError('x'), new TypeError('x')],
  [() => 1, () => 1],
  [Promise.resolve(1), Promise.resolve(1)],
];

describe('two values differ', () => {
  it.each(DIFFERENT)('%o and %o', (left, right) => expect(equal(left, right)).toBe(false));

  it('where they are instances whose private fields nobody can see', () => {
    expect(new Box(1).open()).toBe(1);
    expect(equal(new Box(1), new Box(1))).toBe(false);
  });
});

describe('a rendering', () => {
  it.each([
    ["it's", `"it's"`],
    ['a\n\u0000', `'a\\n\\x00'`],
    [-0, '-0'],
    [12n, '12n'],
    [undefined, 'undefined'],
    [{ a: 1, 'b-c': [] }, "{ a: 1, 'b-c': [] }"],
    [new Map([['a', { b: 1 }]]), "Map(1) { 'a' => { b: 1 } }"],
    [new Set(), 'Set(0) {}'],
    [new Box(1), 'Box {}'],
    [new RangeError('far'), 'RangeError: far'],
    [new Uint8Array([1, 2]), 'Uint8Array [1, 2]'],
    [Box, '[class Box]'],
    [Math.max, '[Function max]'],
    [loop, '[[circular]]'],
  ])('of %o is %s', (value, text) => expect(render(value)).toBe(text));

  it('breaks lines that are too long, and can be put on one again', () => {
    const value = { first: 'x'.repeat(40), second: 'y'.repeat(40), third: [1] };
    expect(render(value).split('\n')).toHaveLength(5);
    expect(oneLine(render(value))).toBe(
      `{ first: '${'x'.repeat(40)}', second: '${'y'.repeat(40)}', third: [1] }`,
    );
  });
});

describe('text with a wildcard', () => {
  it.each([
    ['abc', 'abc', true],
    ['abc', 'a…c', true],
    ['abc', '…', true],
    ['aXbXc', 'a…b…c', true],
    ['abc', 'a…d', false],
    ['ab', 'ab…b', false],
    ['abcb', 'a…b…b', true],
    ['acb', 'a…b…b', false],
  ])('%s is %s: %s', (text, pattern, holds) => expect(matches(text, pattern)).toBe(holds));

  it('ignores the ends of lines that nobody sees', () => {
    expect(tidy('a  \r\nb\t\n\n')).toBe('a\nb');
  });
});

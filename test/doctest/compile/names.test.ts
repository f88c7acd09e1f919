import { describe, expect, it } from 'vitest';
import { declaredNames, usedNames } from '../../../src/doctest/compile/names.ts';
import { parseWithRolldown } from '../../../src/doctest/compile/rolldown-parser.ts';

const declared = (code: string) => [...declaredNames(parseWithRolldown(code).body)];
const used = (code: string) => [...usedNames(parseWithRolldown(code).body)];

describe('the names of a snippet', () => {
  it('are declared by patterns, functions and classes, outermost only', () => {
    const code = [
      'const { a, b: c, d = x, ...e } = y, [f, , [g = 1], ...h]: Type[] = z;',
      'let i;',
      'function j() { const inner = 1; }',
      'class K {}',
      'type L = string;',
    ].join('\n');
    expect(declared(code)).toEqual(['a', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'K']);
  });

  it('are used where they stand for something, and not where they name a property', () => {
    expect(used('a.b[c].d; f({ g: h, i, [j]: 1, k() {} }); class L { m = n; }')).toEqual([
      'a',
      'c',
      'f',
      'h',
      'i',
      'j',
      'L',
      'n',
    ]);
    expect(used("import { a } from '#a';\nb")).toEqual(['b']);
  });
});

import { describe, expect, it } from 'vitest';
import { parseWithAcorn } from '../../../src/doctest/compile/acorn-parser.ts';
import { compileChapter } from '../../../src/doctest/compile/compile-chapter.ts';
import { parseWithRolldown } from '../../../src/doctest/compile/rolldown-parser.ts';
import { bookTexts } from './book-texts.ts';

describe('acorn in place of rolldown', () => {
  it.each(bookTexts())('compiles %s to the same text, with the same expectations', (_, chapter) => {
    const compile = (parse: typeof parseWithAcorn) =>
      compileChapter(chapter, { parse, harness: '/harness.ts' });
    expect(compile(parseWithAcorn)).toEqual(compile(parseWithRolldown));
  });

  it('gives each comment once, though the parser looks ahead at some twice', () => {
    const code = 'const f = (/* a */ a: /* b */ string) => a; // c\nf<string>(/* d */ b); // => e';
    expect(parseWithAcorn(code).comments).toEqual(parseWithRolldown(code).comments);
  });

  it('says where a mistake is', () => {
    expect(parseWithAcorn('const a = 1;\nconst b = ;').error).toEqual({
      message: 'Unexpected token',
      offset: 23,
    });
  });

  it('does not parse a text again that it has just parsed', () => {
    const code = 'const a: number = 1;';
    expect(parseWithAcorn(code)).toBe(parseWithAcorn(code));
  });
});

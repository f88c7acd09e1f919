import { globSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { describe, expect, it } from 'vitest';
import { isCompiled } from '../../../src/doctest/compile/compile-chapter.ts';
import { StripError, stripWithAcorn } from '../../../src/doctest/compile/strip-with-acorn.ts';
import { compileForNode } from '../../../src/doctest/run/judge-typescript.ts';
import { bookTexts } from './book-texts.ts';
import { REFUSED, STRIPPED } from './typed-code.ts';

describe('taking types away with acorn', () => {
  it.each(bookTexts())('does with %s what Node does', (_, chapter) => {
    const texts = [
      ...chapter.fences.filter(isCompiled).map(({ code }) => code),
      compileForNode(chapter).text,
    ];
    for (const text of texts) expect(stripWithAcorn(text)).toBe(stripTypeScriptTypes(text));
  });

  it('does with every module of the runtime and of the engine what Node does', () => {
    const files = globSync('src/**/*.ts');
    expect(files.length).toBeGreaterThan(300);
    const different = files.filter((file) => {
      const text = readFileSync(file, 'utf8');
      return stripWithAcorn(text) !== stripTypeScriptTypes(text);
    });
    expect(different).toEqual([]);
  });

  it.each(STRIPPED)('does what Node does with %j', (text) => {
    expect(stripWithAcorn(text)).toBe(stripTypeScriptTypes(text));
  });

  it.each(REFUSED)('refuses what Node refuses: %j', (text) => {
    expect(() => stripTypeScriptTypes(text)).toThrow();
    expect(() => stripWithAcorn(text)).toThrow(StripError);
  });

  it('says what it cannot take away, and where', () => {
    const enumeration = { offset: 13, message: /^An enum makes code of types/ };
    expect(() => stripWithAcorn('const a = 1; enum B { C }')).toThrow(
      expect.objectContaining({
        ...enumeration,
        message: expect.stringMatching(enumeration.message),
      }),
    );
    expect(() => stripWithAcorn('const a = ;')).toThrow(
      expect.objectContaining({ message: 'Unexpected token', offset: 10 }),
    );
  });
});

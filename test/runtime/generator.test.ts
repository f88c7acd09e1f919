import { describe, expect, it } from 'vitest';

import { ValueError } from '#runtime/builtins';
import { PythonGenerator } from '#runtime/generator';

describe('PythonGenerator', () => {
  it('gives what the generator yields', () => {
    const numbers = new PythonGenerator(
      (function* () {
        yield 1;
        yield 2;
      })(),
    );
    expect([...numbers]).toEqual([1, 2]);
  });

  it('lets the generator catch GeneratorExit and end', () => {
    const caught: string[] = [];
    const generator = new PythonGenerator(
      (function* () {
        try {
          yield 1;
        } catch (error) {
          caught.push((error as Error).name);
        }
      })(),
    );
    generator.next();
    generator.close();
    generator.close();
    expect(caught).toEqual(['GeneratorExit']);
    expect([...generator]).toEqual([]);
  });

  it('complains of a generator that yields instead of ending', () => {
    const generator = new PythonGenerator(
      (function* () {
        try {
          yield 1;
        } catch {
          yield 2;
        }
      })(),
    );
    generator.next();
    expect(() => generator.close()).toThrow('generator ignored GeneratorExit');
    expect([...generator]).toEqual([]);
  });

  it('does not run a generator that has not begun', () => {
    let ran = false;
    const generator = new PythonGenerator(
      (function* () {
        ran = true;
        yield 1;
      })(),
    );
    generator.close();
    expect([...generator]).toEqual([]);
    expect(ran).toBe(false);
  });

  it('lets an error out that the generator raises while it ends', () => {
    const generator = new PythonGenerator(
      (function* () {
        try {
          yield 1;
        } finally {
          fail();
        }
      })(),
    );
    generator.next();
    expect(() => generator.close()).toThrow(ValueError);
  });
});

function fail(): never {
  throw new ValueError('in the end');
}

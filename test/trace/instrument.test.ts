import { describe, expect, it } from 'vitest';
import { instrument } from '../../src/trace/instrument.ts';
import { type Call, recordCalls } from '../../src/trace/calls.ts';
import * as library from '../../src/trace/calls.ts';

/** Runs instrumented JavaScript and gives what it recorded, a line a call. */
function traced(source: string): string[] {
  const code = instrument('x.ts', source, 'library') ?? '';
  const body = code.replace('import * as __trace from "library"; ', '');
  const { calls } = recordCalls(() => new Function('__trace', body)(library) as unknown);
  return calls.map(({ depth, name, self }: Call) => `${depth} ${name}${self ? ` ${self}` : ''}`);
}

describe('instrument', () => {
  it('leaves a module without tags as it is', () => {
    expect(instrument('x.ts', 'const x = 1;', 'library')).toBeNull();
  });

  it('keeps the number of every line', () => {
    const source = '/** @models a:f */\nfunction f() {\n  return 1;\n}\n';
    expect(instrument('x.ts', source, 'library')?.split('\n')).toHaveLength(5);
  });

  it('refuses a tag that describes nothing', () => {
    expect(() => instrument('x.ts', '\n// @models a:f', 'library')).toThrow('x.ts:2 The tag');
  });

  it('records calls in order and nested, those of a function that throws included', () => {
    const source = `
      /** @models a:inner */
      const inner = (fail) => { if (fail) throw new Error(); };
      /** @models a:one */
      const one = () => ({ value: inner(false) });
      /** @models a:outer */
      function outer() { try { inner(true); } catch {} return one(); }
      outer(); one();`;
    expect(traced(source)).toEqual([
      '0 a:outer',
      '1 a:inner',
      '1 a:one',
      '2 a:inner',
      '0 a:one',
      '1 a:inner',
    ]);
  });

  it('names the class of this where it is a subclass', () => {
    const source = `
      /** @models a:Base */
      class Base {
        /** @models a:Base.__init__ */
        constructor() { this.value = 1; }
        /** @models a:Base.size */
        get size() { return this.value; }
        /** @models a:Base.make */
        static make() { return new this(); }
      }
      /** @models a:Kind */
      class Kind extends Base {}
      void Base.make().size; void Kind.make().size;`;
    expect(traced(source)).toEqual([
      '0 a:Base.make',
      '1 a:Base.__init__',
      '0 a:Base.size',
      '0 a:Base.make',
      '1 a:Base.__init__ a:Kind',
      '0 a:Base.size a:Kind',
    ]);
  });

  it('takes a generator that goes on for the same call, as deep as whoever asks', () => {
    const source = `
      /** @models a:step */
      function step() {}
      /** @models a:numbers */
      function* numbers() { step(); yield 1; step(); yield* [2, 3]; step(); }
      /** @models a:ask */
      function ask(generator) { return generator.next().value; }
      const generator = numbers();
      globalThis.__seen = [ask(generator), ask(generator), generator.next().value, ask(generator)];`;
    expect(traced(source)).toEqual([
      '0 a:ask',
      '1 a:numbers',
      '2 a:step',
      '0 a:ask',
      '2 a:step',
      '0 a:ask',
      '2 a:step',
    ]);
    expect(Reflect.get(globalThis, '__seen')).toEqual([1, 2, 3, undefined]);
    Reflect.deleteProperty(globalThis, '__seen');
  });

  it('follows the function with a body where a tag stands at an overload', () => {
    const code = instrument(
      'x.ts',
      '/** @models a:f */\nfunction f(x: number): void;\nfunction f(): void { return; }',
      'library',
    );
    expect(code?.split('\n')[2]).toContain('__trace.enter("a:f"');
  });
});

import { describe, expect, it } from 'vitest';
import { instrument } from '../../src/trace/instrument.ts';
import { type Call, type Observer, recordCalls } from '../../src/trace/calls.ts';
import * as library from '../../src/trace/calls.ts';

/** Runs instrumented JavaScript and gives what it recorded, a line a call. */
function traced(source: string): string[] {
  const code = instrument('x.ts', source, 'library') ?? '';
  const body = code.replace('import * as __trace from "library"; ', '');
  const { calls } = recordCalls(() => new Function('__trace', body)(library) as unknown);
  return calls.map(({ depth, name, self }: Call) => `${depth} ${name}${self ? ` ${self}` : ''}`);
}

/** Runs instrumented JavaScript and gives what an observer is told, a line an event. */
function observed(source: string): string[] {
  const code = instrument('x.ts', source, 'library') ?? '';
  const body = code.replace('import * as __trace from "library"; ', '');
  const seen: string[] = [];
  const note = (kind: string, { depth, name }: Call, ...more: unknown[]): void => {
    seen.push([depth, kind, name, ...more.map(String)].join(' '));
  };
  const looking: Observer = {
    entered: (call, line, self, given) => note('enters', call, line, typeof self, ...given),
    left: (call, line, value) => note('leaves', call, line, value),
    raised: (call, line, error) => note('raises', call, line, (error as Error).message),
    suspended: (call, value) => note('yields', call, value),
    resumed: (call) => note('resumes', call),
  };
  recordCalls(() => new Function('__trace', body)(library) as unknown, looking);
  return seen;
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

  it('takes nothing from a generator that is given up far from where it was asked', () => {
    const source = `
      /** @models a:step */
      function step() {}
      /** @models a:numbers */
      function* numbers() { yield 1; yield 2; }
      /** @models a:ask */
      function ask(generator) { return generator.next().value; }
      /** @models a:end */
      function end(generator) { generator.return(); step(); }
      const generator = numbers();
      ask(generator); end(generator);`;
    expect(traced(source)).toEqual(['0 a:ask', '1 a:numbers', '0 a:end', '1 a:step']);
  });
});

describe('who looks on', () => {
  it('is told of each function that begins and ends, with its line, its this and its arguments', () => {
    const source = `
/** @models a:Sum */
class Sum {
  /** @models a:Sum.__init__ */
  constructor(first) { this.first = first; }
  /** @models a:Sum.add */
  add(second, third = 3, { left }, ...rest) {
    if (second > 5)
      return this.first + second;
    void left; void rest; void third;
  }
}
/** @models a:plain */
const plain = (value) => value * 2;
const sum = new Sum(1);
sum.add(6, undefined, {}, 8, 9);
sum.add(2, 4, {});
plain(4);`;
    expect(observed(source)).toEqual(
      [
        '0 enters a:Sum.__init__ 5 undefined 1',
        '0 leaves a:Sum.__init__  ',
        '0 enters a:Sum.add 7 object 6 3 8 9',
        '0 leaves a:Sum.add 9 7',
        '0 enters a:Sum.add 7 object 2 4',
        '0 leaves a:Sum.add  ',
        '0 enters a:plain 14 undefined 4',
        '0 leaves a:plain 14 8',
      ].map((line) => line.replaceAll('  ', ' undefined undefined')),
    );
  });

  it('is told where an error is thrown, and what it only passes through', () => {
    const source = `
/** @models a:inner */
function inner() {
  throw new Error('no');
}
/** @models a:outer */
function outer() { return inner(); }
/** @models a:catching */
function catching() { try { outer(); } catch { return 'caught'; } }
catching();`;
    expect(observed(source)).toEqual(
      [
        '0 enters a:catching 9 undefined',
        '1 enters a:outer 7 undefined',
        '2 enters a:inner 3 undefined',
        '2 raises a:inner 4 no',
        '1 raises a:outer  no',
        '0 leaves a:catching 9 caught',
      ].map((line) => line.replace('  ', ' undefined ')),
    );
  });

  it('is told of generators that yield, go on and end', () => {
    const source = `
/** @models a:numbers */
function* numbers() { yield 1; return yield 2; }
void [...numbers()];`;
    expect(observed(source)).toEqual([
      '0 enters a:numbers 3 undefined',
      '0 yields a:numbers 1',
      '0 resumes a:numbers',
      '0 yields a:numbers 2',
      '0 resumes a:numbers',
      '0 leaves a:numbers 3 undefined',
    ]);
  });

  it('records nothing of what it does itself', () => {
    const source = '/** @models a:f */\nfunction f() {}\nf(); globalThis.__again = f;';
    const code = instrument('x.ts', source, 'library') ?? '';
    const body = code.replace('import * as __trace from "library"; ', '');
    const again = (): void => (Reflect.get(globalThis, '__again') as (() => void) | undefined)?.();
    const looking = {
      entered: again,
      left: again,
      raised: again,
      suspended: again,
      resumed: again,
    };
    new Function('__trace', body)(library);
    const { calls } = recordCalls(() => new Function('__trace', body)(library) as unknown, looking);
    Reflect.deleteProperty(globalThis, '__again');
    expect(calls).toEqual([{ depth: 0, name: 'a:f' }]);
  });
});

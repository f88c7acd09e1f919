import { describe, expect, it } from 'vitest';
import { goldenTraces, spotsOf } from '../../site/traces/golden.ts';

describe('the golden traces', () => {
  it('are all drawn, from the server to the server', () => {
    expect(goldenTraces.length).toBe(18);
    for (const trace of goldenTraces) {
      const spots = spotsOf(trace);
      expect(spots.at(-1)?.depth).toBe(0);
      expect(spots.slice(0, -1).every(({ depth }) => depth > 0)).toBe(true);
    }
  });

  it('say what each hook saw, and what left the handler', () => {
    const labels = (name: string) =>
      spotsOf(goldenTraces.find((trace) => trace.name === name) ?? fail(name)).map(
        ({ depth, label }) => `${depth} ${label}`,
      );
    expect(labels('B.rq raises')).toEqual(['1 rq', '2 rq', '1 rs 500', '0 500']);
    expect(labels('C.rs returns None and no hook looks at it').slice(-2)).toEqual([
      '1 rs',
      '0 AttributeError',
    ]);
  });

  it('cannot hold a mark that the picture does not know', () => {
    expect(() => spotsOf({ name: 'x', trace: ['D.rq'], escaped: null })).toThrow('"D.rq"');
  });
});

function fail(name: string): never {
  throw new Error(`There is no trace "${name}".`);
}

import { describe, expect, it } from 'vitest';
import { tryMutants, type Mutant } from '../../../src/doctest/commands/mutation-report.ts';

describe('tryMutants', () => {
  it('lists survivors by their places, whichever ended first', async () => {
    const second = Promise.withResolvers<void>();
    const mutant = (what: string, line: number, isKilled: Mutant['isKilled']): Mutant => ({
      file: 'a.ts',
      line,
      what,
      isKilled,
    });
    const report = await tryMutants(
      [
        mutant('late', 2, async () => (await second.promise, false)),
        mutant('early', 2, async () => (second.resolve(), false)),
        mutant('killed', 3, async () => true),
        mutant('above', 1, async () => false),
      ],
      2,
    );
    expect(report).toEqual({
      mutants: 4,
      killed: 1,
      survivors: [
        { file: 'a.ts', line: 1, what: 'above' },
        { file: 'a.ts', line: 2, what: 'late' },
        { file: 'a.ts', line: 2, what: 'early' },
      ],
    });
  });
});

import { describe, expect, it } from 'vitest';
import { fits, readWish, type Shown, type Wish, writeWish } from '../../site/ledger/wish.ts';

const row: Shown = {
  source: 'bennett',
  year: '2006',
  verdict: 'holds partly',
  text: 'B07 A middleware may define any of four hooks.',
};
const anything: Wish = { source: '', year: '', verdict: '', words: '' };
const asks = (part: Partial<Wish>) => fits(row, { ...anything, ...part });

describe('a wish of a reader of the ledger', () => {
  it('is met by every row if it asks for nothing', () => {
    expect(fits(row, anything)).toBe(true);
  });

  it('is met by source, year and verdict exactly', () => {
    expect([asks({ source: 'bennett' }), asks({ source: 'seed' })]).toEqual([true, false]);
    expect([asks({ year: '2006' }), asks({ year: '2005' })]).toEqual([true, false]);
    expect([asks({ verdict: 'holds partly' }), asks({ verdict: 'holds' })]).toEqual([true, false]);
  });

  it('asks for all of its words, in any order and any case', () => {
    expect(asks({ words: 'HOOKS middleware' })).toBe(true);
    expect(asks({ words: 'hooks signal' })).toBe(false);
    expect(asks({ words: '  ' })).toBe(true);
  });

  it('has to be met in all its parts', () => {
    expect(asks({ source: 'bennett', words: 'signal' })).toBe(false);
  });

  it('comes back from an address as it went in', () => {
    const wish = { ...anything, verdict: 'no longer holds', words: 'hook & view' };
    expect(writeWish(wish)).toBe('?verdict=no+longer+holds&words=hook+%26+view');
    expect(readWish(writeWish(wish))).toEqual(wish);
    expect(writeWish(anything)).toBe('');
  });
});

import { describe, expect, it } from 'vitest';
import { formatRange, parseRange } from '../../site/scripts/line-range.ts';

describe('the address of lines', () => {
  it('names one line or a range, in either order', () => {
    expect(parseRange('#hello-L3')).toEqual({ id: 'hello', from: 3, to: 3 });
    expect(parseRange('#hello-L7-L3')).toEqual({ id: 'hello', from: 3, to: 7 });
  });

  it('is nothing for a fragment of another kind', () => {
    expect(parseRange('#hello')).toBeUndefined();
    expect(parseRange('')).toBeUndefined();
  });

  it('comes back as it was', () => {
    for (const hash of ['#a-L1', '#two-words-L2-L9']) {
      const range = parseRange(hash);
      expect(range && formatRange(range)).toBe(hash);
    }
  });
});

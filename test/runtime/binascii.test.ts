import { describe, expect, it } from 'vitest';
import { a2bBase64, BinasciiError } from '#runtime/binascii';

describe('base64 as Python reads it', () => {
  it.each([
    ['aGVsbG8=', 'hello'],
    ['a G\nVs*bG8=', 'hello'],
    ['aGVsbG8=aGVs', 'hello'],
    ['=aGVs', 'hel'],
    ['a=GVs', 'hel'],
    ['', ''],
    ['====', ''],
  ])('%j is %j', (text, expected) => {
    expect(a2bBase64(text)).toBe(expected);
  });

  it('is refused where it is cut off', () => {
    expect(() => a2bBase64('aGVsbG8')).toThrow(new BinasciiError('Incorrect padding'));
    expect(() => a2bBase64('aGVsb')).toThrow(
      'Invalid base64-encoded string: number of data characters (5) cannot be 1 more than a multiple of 4',
    );
  });
});

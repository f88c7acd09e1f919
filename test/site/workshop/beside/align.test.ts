import { describe, expect, it } from 'vitest';
import { align } from '../../../../site/workshop/beside/align.ts';

const signs = { same: '=', missing: '-', extra: '+' } as const;
const aligned = (first: string, second: string): string =>
  align([...first], [...second], (letter) => letter)
    .map(({ kind, item }) => signs[kind] + item)
    .join(' ');

describe('two lists side by side', () => {
  it.each([
    ['abc', 'abc', '=a =b =c'],
    ['abc', 'ac', '=a -b =c'],
    ['ac', 'abc', '=a +b =c'],
    ['abcd', 'xbdy', '-a +x =b -c =d +y'],
    ['', 'ab', '+a +b'],
    ['ab', '', '-a -b'],
    ['', '', ''],
  ])('of %j and %j give %j', (first, second, wanted) => {
    expect(aligned(first, second)).toBe(wanted);
  });

  it('keep what repeats in its place', () => {
    expect(aligned('abab', 'ab')).toBe('=a =b -a -b');
  });
});

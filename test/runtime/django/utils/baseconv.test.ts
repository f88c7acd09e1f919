import { expect, test } from 'vitest';
import { base62, BaseConverter } from '#runtime/django/utils/baseconv';

test.each([
  [0, '0'],
  [61, 'z'],
  [3843, 'zz'],
  [-5, '-5'],
  [1_556_668_800, '1hLcfI'],
])('%i is %s with 62 digits', (number, text) => {
  expect(base62.encode(number)).toBe(text);
  expect(base62.decode(text)).toBe(number);
});

test('other digits give other notations', () => {
  const base20 = new BaseConverter('0123456789abcdefghij');
  expect(base20.encode(1234)).toBe('31e');
  expect(base20.decode('-31e')).toBe(-1234);
  expect(() => new BaseConverter('01-')).toThrow('Sign character found in converter base digits.');
  expect(() => base62.decode('é')).toThrow('substring not found');
});

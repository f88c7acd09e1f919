import { expect, test } from 'vitest';
import { percent, type PercentValues } from '#runtime/string/percent';

function result(template: string, values: PercentValues): string {
  try {
    return percent(template, values);
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
}

test('values are put in by name, or in order', () => {
  expect(result('%(a)s %% %(b)d', { a: 1, b: 2.7 })).toBe('1 % 2');
  expect(result('%5s|%-5s|%05d|%+d|% d|%.2s|%r', ['a', 'b', 42, 3, 4, 'xyz', 'q'])).toBe(
    "    a|b    |00042|+3| 4|xy|'q'",
  );
  expect(result('%-05d|%05d|%X %o %.2f', [3, -42, 255, 8, 2.71])).toBe('3    |-0042|FF 10 2.71');
});

test('a dict is the one value of a place without a name, and may go unused', () => {
  expect([result('%s', {}), result('abc', {}), result('%s %s', {})]).toEqual([
    '{}',
    'abc',
    'TypeError: not enough arguments for format string',
  ]);
});

test('a percent sign that is none of its own fails as in Python', () => {
  expect([result('100%', {}), result('/a/%(pk)s/%', { pk: 1 })]).toEqual([
    'ValueError: incomplete format',
    'ValueError: incomplete format',
  ]);
  expect(result('50% off', {})).toBe('TypeError: %o format: an integer is required, not dict');
  expect(result('ab%(a)z', { a: 1 })).toBe(
    "ValueError: unsupported format character 'z' (0x7a) at index 6",
  );
});

test('values that are missing, left over or of a wrong type are named', () => {
  expect([
    result('%(a)s', {}),
    result('%(a)s', [1]),
    result('%s', [1, 2]),
    result('%d', ['x']),
    result('%x', [1.5]),
    result('%f', ['x']),
  ]).toEqual([
    "KeyError: 'a'",
    'TypeError: format requires a mapping',
    'TypeError: not all arguments converted during string formatting',
    'TypeError: %d format: a real number is required, not str',
    'TypeError: %x format: an integer is required, not float',
    'TypeError: must be real number, not str',
  ]);
});

import { beforeEach, expect, test } from 'vitest';
import { ValueError } from '#runtime/builtins';
import { httpDate, parseHttpDate, parseHttpDateSafe } from '#runtime/django/utils/http-date';
import { startProcess } from '#runtime/process';
import { setClock } from '#runtime/time';

beforeEach(() => startProcess());

test.each([
  ['Wed, 01 May 2019 00:00:00 GMT', 1_556_668_800],
  ['Wednesday, 01-May-19 00:00:00 GMT', 1_556_668_800],
  ['Wed May  1 00:00:00 2019', 1_556_668_800],
  ['Wed, 01 May 2019 00:00:00 GMT\n', 1_556_668_800],
  ['Wednesday, 01-May-70 00:00:00 GMT', 10_368_000],
  ['Wednesday, 01-May-69 00:00:00 GMT', 3_134_592_000],
  ['Wed, 01 May 0000 00:00:00 GMT', 957_139_200],
])('%j is a date', (date, seconds) => {
  expect(parseHttpDate(date)).toBe(seconds);
});

test.each([
  ['x', "'x' is not in a valid HTTP date format"],
  ['Wed, 31 Feb 2019 00:00:00 GMT', "'Wed, 31 Feb 2019 00:00:00 GMT' is not a valid date"],
  ['Wed, 01 Mai 2019 00:00:00 GMT', "'Wed, 01 Mai 2019 00:00:00 GMT' is not a valid date"],
  ['Wed, 01 May 2019 00:00:60 GMT', "'Wed, 01 May 2019 00:00:60 GMT' is not a valid date"],
  ['Wed, 00 May 2019 00:00:00 GMT', "'Wed, 00 May 2019 00:00:00 GMT' is not a valid date"],
])('%j is none', (date, message) => {
  expect(() => parseHttpDate(date)).toThrow(ValueError);
  expect(() => parseHttpDate(date)).toThrow(message);
  expect(parseHttpDateSafe(date)).toBeNull();
});

test('a date is written from seconds, or from the clock', () => {
  setClock(() => 1_556_668_800.9);
  expect(httpDate(0)).toBe('Thu, 01 Jan 1970 00:00:00 GMT');
  expect(httpDate()).toBe('Wed, 01 May 2019 00:00:00 GMT');
});

import { describe, expect, it } from 'vitest';
import { encodeHeader } from '#runtime/email/header';
import { formatdate } from '#runtime/email/utils';

describe('a date', () => {
  it.each([
    [0, 'Thu, 01 Jan 1970 00:00:00 GMT'],
    [-0.5, 'Wed, 31 Dec 1969 23:59:59 GMT'],
    [0.999_999_6, 'Thu, 01 Jan 1970 00:00:01 GMT'],
    [-62_135_596_800, 'Mon, 01 Jan 0001 00:00:00 GMT'],
  ])('%d is %s', (seconds, text) => {
    expect(formatdate(seconds)).toBe(text);
  });

  it('outside the years 1 to 9999 is an error', () => {
    expect(() => formatdate(253_402_300_800)).toThrow('year 10000 is out of range');
    expect(() => formatdate(1e12)).toThrow('year 33658 is out of range');
    expect(() => formatdate(1e18)).toThrow('Value too large for defined data type');
    expect(() => formatdate(Number.POSITIVE_INFINITY)).toThrow('timestamp out of range');
  });
});

describe('header text that Latin-1 cannot hold', () => {
  it.each([
    ['€', '=?utf-8?b?4oKs?='],
    ['a long text, and € in it', '=?utf-8?q?a_long_text=2C_and_=E2=82=AC_in_it?='],
    ['€\u2028X: y', '=?utf-8?b?4oKs?=\n =?utf-8?q?_X=3A_y?='],
    ['\u2028€', ' =?utf-8?b?IOKCrA==?='],
  ])('%j is written %j', (text, encoded) => {
    expect(encodeHeader(text)).toBe(encoded);
  });
});

import { beforeEach, expect, test } from 'vitest';
import { startProcess } from '#runtime/process';
import { sysExcInfo, whileHandling } from '#runtime/sys';

beforeEach(() => {
  startProcess();
});

test('the error that is handled is the innermost one, and none once that is over', () => {
  const [outer, inner] = [new RangeError('outer'), new TypeError('inner')];
  const seen = whileHandling(outer, () => [
    sysExcInfo()[1],
    whileHandling(inner, () => sysExcInfo()[1]),
    sysExcInfo()[0],
  ]);
  expect(seen).toEqual([outer, inner, RangeError]);
  expect(sysExcInfo()).toEqual([null, null, null]);
});

test('what handles an error may throw, and the error is forgotten all the same', () => {
  const failing = () => {
    throw new Error('again');
  };
  expect(() => whileHandling(new Error('first'), failing)).toThrow('again');
  expect(sysExcInfo()[1]).toBeNull();
});

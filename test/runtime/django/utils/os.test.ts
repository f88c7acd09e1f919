import { expect, test } from 'vitest';
import { SuspiciousFileOperation } from '#runtime/django/core/exceptions';
import { safeJoin } from '#runtime/django/utils/os';

test('a path stays below its base', () => {
  expect([
    safeJoin('/a', 'b'),
    safeJoin('/a/', 'b/../c'),
    safeJoin('/a', '/a/d'),
    safeJoin('/a', ''),
  ]).toEqual(['/a/b', '/a/c', '/a/d', '/a']);
  expect(safeJoin('/', 'x')).toBe('/x');
  for (const path of ['../b', '/b', '/ab', 'x/../../ab']) {
    expect(() => safeJoin('/a', path)).toThrow(SuspiciousFileOperation);
  }
  expect(() => safeJoin('/a', '../ab')).toThrow(
    'The joined path (/ab) is located outside of the base path component (/a)',
  );
});

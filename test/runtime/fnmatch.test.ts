import { expect, test } from 'vitest';
import { fnmatchcase } from '#runtime/fnmatch';

test.each([
  ['a.css', '*.css', true],
  ['.a', '.*', true],
  ['a', '.*', false],
  ['a~', '*~', true],
  ['ab', 'a?', true],
  ['a/b', '*', true],
  ['b', '[ab]', true],
  ['c', '[!ab]', true],
  ['a', '[!ab]', false],
  ['A', 'a', false],
  ['a+b', 'a+b', true],
])('%j and %j', (name, pattern, fits) => {
  expect(fnmatchcase(name, pattern)).toBe(fits);
});

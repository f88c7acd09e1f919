import { expect, test } from 'vitest';
import { parseEtags, quoteEtag } from '#runtime/django/utils/etags';

test.each([
  ['', []],
  [' * ', ['*']],
  ['*, "a"', ['"a"']],
  ['"a", W/"b", c, "d e" ,', ['"a"', 'W/"b"', '"d e"']],
  ['"a,b"', []],
])('the tags of %j', (header, tags) => {
  expect(parseEtags(header)).toEqual(tags);
});

test.each([
  ['a', '"a"'],
  ['"a"', '"a"'],
  ['W/"a"', 'W/"a"'],
  ['W/a', '"W/a"'],
  ['"a', '""a"'],
])('%j in quotes', (tag, quoted) => {
  expect(quoteEtag(tag)).toBe(quoted);
});

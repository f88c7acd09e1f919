import { expect, it } from 'vitest';
import { citedLinks, permalink } from '#models/permalinks';

it('a permalink leads to a line at the release that the book speaks of', () => {
  expect(permalink('django/urls/base.py', 15)).toBe(
    'https://github.com/django/django/blob/2.2.28/django/urls/base.py#L15',
  );
  expect(permalink('cpython/Lib/wsgiref/util.py', 9, 12)).toBe(
    'https://github.com/python/cpython/blob/v3.13.0/Lib/wsgiref/util.py#L9-L12',
  );
});

it('links to lines are read from a text, those to other releases are not', () => {
  const text = [permalink('django/urls/base.py', 15), permalink('cpython/Lib/io.py', 3, 4)].join(
    ')\n(',
  );
  expect(
    citedLinks(`(${text})\nhttps://github.com/django/django/blob/1.10/django/a.py#L1`),
  ).toEqual([
    { offset: 1, file: 'django/urls/base.py', lines: [15] },
    { offset: text.indexOf(')') + 4, file: 'cpython/Lib/io.py', lines: [3, 4] },
  ]);
});

import { expect, test } from 'vitest';
import { abspath, dirname, join, normpath } from '#runtime/posixpath';

test('parts are joined, and one that begins with a slash starts anew', () => {
  expect([
    join('/a', 'b', 'c'),
    join('/a/', 'b'),
    join('/a', '/b'),
    join('a', ''),
    join('', 'b'),
  ]).toEqual(['/a/b/c', '/a/b', '/b', 'a/', 'b']);
});

test('a plain path has no empty parts and no dots, but two slashes at its front stay two', () => {
  const paths = ['', '.', '/', '//', '///a', '//a', 'a/../..', '/../a', 'a//b/./c/..', '/a/'];
  expect(paths.map(normpath)).toEqual(['.', '.', '/', '//', '/a', '//a', '..', '/a', 'a/b', '/a']);
});

test('the folder around, and the path from the root', () => {
  expect(['/a/b', '/a', 'a', '//', '/a/', 'a//b'].map(dirname)).toEqual([
    '/a',
    '/',
    '',
    '//',
    '/a',
    'a',
  ]);
  expect([abspath('a/../b'), abspath('/c/.')]).toEqual(['/b', '/c']);
});

import { describe, expect, test } from 'vitest';
import { compile, escape, RegexError } from '#runtime/re';

describe('patterns as Python spells them', () => {
  test.each([
    [String.raw`^(?P<a>\d+)-(?P=a)$`, '12-12', { a: '12' }],
    [String.raw`^(?P<a>[-\w]+)/\Z`, 'é_1-x/', { a: 'é_1-x' }],
    [String.raw`\A(?P<a>[^/]+)`, 'x y/z', { a: 'x y' }],
    [String.raw`^a\.b\-c\ (?P<a>{x})$`, 'a.b-c {x}', { a: '{x}' }],
    [String.raw`^(?P<a>[[&~])$`, '~', { a: '~' }],
    [String.raw`^(?P<a>[]x]+)$`, ']x', { a: ']x' }],
    ['^(?P<a>x{,2}y{1,}z{2})$', 'xyzz', { a: 'xyzz' }],
    [String.raw`^(?P<a>\d)$`, '٣', { a: '٣' }],
  ])('%s reads %s', (pattern, text, groups) => {
    expect(compile(pattern).search(text)?.groupdict).toEqual(groups);
  });

  test('a dollar also matches before the last newline, \\Z and fullmatch do not', () => {
    expect(compile('a$').search('a\n')?.end).toBe(1);
    expect(compile('a$').search('a\n\n')).toBeNull();
    expect(compile(String.raw`a\Z`).search('a\n')).toBeNull();
    expect(compile('a$').fullmatch('a\n')).toBeNull();
  });

  test('a fault in the syntax is a RegexError', () => {
    expect(() => compile('^(')).toThrow(RegexError);
  });

  test('fullmatch tries every alternative', () => {
    expect(compile('a|ab').fullmatch('ab')?.end).toBe(2);
  });

  test('a group that took no part is null', () => {
    expect(compile('(a)?(b)').search('b')?.groups).toEqual([null, 'b']);
  });
});

test('what is escaped matches itself alone', () => {
  const text = 'a.b-c d/(e)[f]{g}+*?^$|\\#&~é"\'<>';
  expect(compile(`^${escape(text)}$`).search(text)?.end).toBe(text.length);
  expect(escape('a/b_c-d e')).toBe(String.raw`a/b_c\-d\ e`);
});

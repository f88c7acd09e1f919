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

  test.each([
    ['a(', 'missing ), unterminated subpattern at position 1'],
    ['a)', 'unbalanced parenthesis at position 1'],
    ['[a', 'unterminated character set at position 0'],
    ['^*', 'nothing to repeat at position 1'],
    ['a+*', 'multiple repeat at position 2'],
    ['a{2,1}', 'min repeat greater than max repeat at position 2'],
    [String.raw`a\q`, String.raw`bad escape \q at position 1`],
    ['[z-a]', 'bad character range z-a at position 1'],
    ['(?P<1>x)', "bad character in group name '1' at position 4"],
    ['(?P<a>x)(?P<a>y)', "redefinition of group name 'a' as group 2; was group 1 at position 12"],
    ['(?P=b)', "unknown group name 'b' at position 4"],
    [String.raw`(a)\2`, 'invalid group reference 2 at position 4'],
    ['(?<=a+)b', 'look-behind requires fixed-width pattern'],
    ['a(?i)b', 'global flags not at the start of the expression at position 1'],
    ['é\n(', 'missing ), unterminated subpattern at position 2 (line 2, column 1)'],
  ])('%j is refused: %s', (pattern, message) => {
    expect(() => compile(pattern)).toThrow(new RegexError(message));
  });

  test.each([
    ['(?i)^aé$', 'AÉ'],
    ['(?s)^a.b$', 'a\nb'],
    ['(?x) ^ a  b # comment', 'ab'],
    ['(?m)^b$', 'a\nb\nc'],
    [String.raw`^\x41\u00e9\101[\x30-\x39]$`, 'AéA7'],
    ['^(?#nothing)a(?:b|c){2}?$', 'abc'],
    ['^[]-]+$', ']-'],
    ['^a{}{x}$', 'a{}{x}'],
    [String.raw`^[^\w\s]\bx\b[\W]$`, '-x-'],
  ])('%s matches %j', (pattern, text) => {
    expect(compile(pattern).search(text)).not.toBeNull();
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

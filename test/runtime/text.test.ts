import { describe, expect, it } from 'vitest';
import { asciiDigits, digitValue } from '#runtime/digits';
import { splitlines, strip, title } from '#runtime/text';

describe('text as Python handles it', () => {
  it('has its spaces stripped, which are not those that JavaScript trims', () => {
    expect(strip('\x1c\u2003 a b \x85\u00a0')).toBe('a b');
    expect(strip('\ufeffa\ufeff')).toBe('\ufeffa\ufeff');
    expect(strip(' \t')).toBe('');
  });

  it('falls into lines at more characters than JavaScript knows', () => {
    expect(splitlines('a\r\nb\x0bc\x1cd\u2028e\x85')).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(splitlines('\n\n')).toEqual(['', '']);
    expect(splitlines('')).toEqual([]);
  });

  it.each([
    ['x-forwarded-for', 'X-Forwarded-For'],
    ["IT'S 3D", "It'S 3D"],
    ['ßA éÀ', 'Ssa Éà'],
  ])('%s has the title %s', (text, expected) => {
    expect(title(text)).toBe(expected);
  });
});

describe('digits of any script', () => {
  it.each([
    ['7', 7],
    ['٣', 3],
    ['९', 9],
    ['𝟘', 0],
    ['𝟿', 9],
    ['９', 9],
    ['²', null],
    ['x', null],
  ])('%s is worth %s', (character, value) => {
    expect(digitValue(character)).toBe(value);
  });

  it('are written in ASCII', () => {
    expect(asciiDigits('٢٠१९ x²')).toBe('2019 x²');
  });
});

import { describe, expect, test } from 'vitest';
import { COMPACT, dumps, JSONDecodeError, loads } from '#runtime/json';

describe('writing', () => {
  test('spaces stand after commas and colons, unless separators say otherwise', () => {
    expect(dumps({ a: [1, null], b: 'é' })).toBe(String.raw`{"a": [1, null], "b": "\u00e9"}`);
    expect(dumps({ a: [1, null], b: {} }, { separators: COMPACT })).toBe('{"a":[1,null],"b":{}}');
  });

  test('what JSON cannot hold can be turned into something that it can', () => {
    expect(() => dumps({ when: new Date(0) })).toThrow('is not JSON serializable');
    const encode = (value: object) => (value as Date).getTime();
    expect(dumps([new Date(7)], { encode })).toBe('[7]');
  });
});

describe('reading', () => {
  test.each([
    [' [1, {"a": "\\u00e9"}] ', [1, { a: 'é' }]],
    ['"\\ud83d\\ude00\\/"', '😀/'],
    ['NaN', Number.NaN],
    ['-Infinity', Number.NEGATIVE_INFINITY],
    ['12345678901234567890', 12_345_678_901_234_567_890n],
    ['1.5e3', 1500],
    ['{"a": 1, "a": 2}', { a: 2 }],
  ])('%s is a value', (text, value) => {
    expect(loads(text)).toEqual(value);
  });

  test('a key of any name is a key and nothing more', () => {
    const value = loads('{"__proto__": 1}') as object;
    expect(Object.keys(value)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  test.each([
    ['', 'Expecting value: line 1 column 1 (char 0)'],
    ['1 2', 'Extra data: line 1 column 3 (char 2)'],
    ['01', 'Extra data: line 1 column 2 (char 1)'],
    ['[1,]', 'Expecting value: line 1 column 4 (char 3)'],
    ['[1 2]', "Expecting ',' delimiter: line 1 column 4 (char 3)"],
    ['[1,\n 2,\n x]', 'Expecting value: line 3 column 2 (char 9)'],
    ['{a:1}', 'Expecting property name enclosed in double quotes: line 1 column 2 (char 1)'],
    ['{"a" 1}', "Expecting ':' delimiter: line 1 column 6 (char 5)"],
    ['{"a":1,}', 'Expecting property name enclosed in double quotes: line 1 column 8 (char 7)'],
    ['"a', 'Unterminated string starting at: line 1 column 1 (char 0)'],
    ['"a\nb"', 'Invalid control character at: line 1 column 3 (char 2)'],
    [String.raw`"\x"`, String.raw`Invalid \escape: line 1 column 2 (char 1)`],
    [String.raw`"\u12G4"`, String.raw`Invalid \uXXXX escape: line 1 column 3 (char 2)`],
  ])('%j is refused where and as CPython 3.11 refuses it', (text, message) => {
    expect(() => loads(text)).toThrow(JSONDecodeError);
    expect(() => loads(text)).toThrow(message);
  });
});

import { describe, expect, it } from 'vitest';

import { ValueError } from '#runtime/builtins';
import { repr, typeName } from '#runtime/repr';

class Thing {
  readonly made = true;
}

describe('repr', () => {
  it.each([
    ['', "''"],
    ["it's", '"it\'s"'],
    ['"it\'s"', "'\"it\\'s\"'"],
    ['a\\b\n\t\r', "'a\\\\b\\n\\t\\r'"],
    ['\u0000\u001b\u007f\u0080\u00a0\u00ad', "'\\x00\\x1b\\x7f\\x80\\xa0\\xad'"],
    ['é€\u{1f600}', "'é€\u{1f600}'"],
    ['\u2028\ufeff\u{e0001}', "'\\u2028\\ufeff\\U000e0001'"],
    [Uint8Array.of(97, 0, 255, 92, 39), 'b"a\\x00\\xff\\\\\'"'],
    [1, '1'],
    [Number.NaN, 'nan'],
    [true, 'True'],
    [null, 'None'],
    [undefined, 'None'],
    [['a', 1], "['a', 1]"],
    [Object.freeze([1, 0]), '(1, 0)'],
    [Object.freeze([1]), '(1,)'],
    [{ a: [null] }, "{'a': [None]}"],
    [new ValueError('no'), "ValueError('no')"],
    [Thing, "<class 'Thing'>"],
    [new Thing(), '<Thing object>'],
  ])('prints case %#', (value, printed) => {
    expect(repr(value)).toBe(printed);
  });
});

describe('typeName', () => {
  it.each([
    ['a', 'str'],
    [1, 'int'],
    [1.5, 'float'],
    [false, 'bool'],
    [null, 'NoneType'],
    [[], 'list'],
    [Object.freeze([]), 'tuple'],
    [new Uint8Array(0), 'bytes'],
    [{}, 'dict'],
    [new Map(), 'dict'],
    [new Set(), 'set'],
    [Thing, 'type'],
    [repr, 'function'],
    [new Thing(), 'Thing'],
  ])('names the type of case %#', (value, name) => {
    expect(typeName(value)).toBe(name);
  });
});

import { describe, expect, it } from 'vitest';

import type { Canonical } from '#doctest/python/canonical';
import {
  canonical,
  CircularValueError,
  renderCanonical,
  sameValue,
} from '#doctest/python/canonical';

class Response {
  status = 200;
}

const forms: [title: string, value: unknown, form: Canonical, text: string][] = [
  ['null', null, null, 'None'],
  ['undefined', undefined, null, 'None'],
  ['true', true, true, 'True'],
  ['an integer', 42, 42, '42'],
  ['a small bigint', 42n, 42, '42'],
  ['a bigint beyond 2**53', 2n ** 53n, { bigint: '9007199254740992' }, '9007199254740992'],
  ['NaN', Number.NaN, { number: 'NaN' }, 'nan'],
  ['negative zero', -0, { number: '-0' }, '-0.0'],
  ['infinity', -Infinity, { number: '-Infinity' }, '-inf'],
  ['a string', "it's\n", "it's\n", `"it's\\n"`],
  ['a string with both quotes', `'"`, `'"`, `'\\'"'`],
  ['bytes', new Uint8Array([0, 97, 255]), { bytes: '0061ff' }, "b'\\x00a\\xff'"],
  ['a nested array', [1, [undefined]], { list: [1, { list: [null] }] }, '[1, [None]]'],
  ['a plain object', { a: 1 }, { dict: [['a', 1]] }, "{'a': 1}"],
  ['an object without a prototype', Object.create(null), { dict: [] }, '{}'],
  ['a Map with an integer key', new Map([[200, 'OK']]), { dict: [[200, 'OK']] }, "{200: 'OK'}"],
  ['a Map with another key', new Map([[true, 1]]), { repr: '<Map>' }, '<Map>'],
  ['an error', new TypeError('no'), { exception: 'TypeError', message: 'no' }, "TypeError('no')"],
  ['an instance of a class', new Response(), { repr: '<Response>' }, '<Response>'],
  ['a set', new Set([1]), { repr: '<Set>' }, '<Set>'],
  ['a function', canonical, { repr: '<function canonical>' }, '<function canonical>'],
  ['a symbol', Symbol('s'), { repr: '<Symbol(s)>' }, '<Symbol(s)>'],
];

describe('the canonical form of a JavaScript value', () => {
  it.each(forms)('of %s is JSON and can be read', (_title, value, form, text) => {
    expect(canonical(value)).toStrictEqual(form);
    expect(JSON.parse(JSON.stringify(form))).toStrictEqual(form);
    expect(renderCanonical(form)).toBe(text);
  });

  it('takes a value that stands in two places for what it is', () => {
    const shared = ['x'];
    expect(canonical([shared, shared])).toStrictEqual({ list: [{ list: ['x'] }, { list: ['x'] }] });
  });

  it('refuses a value that contains itself and says where', () => {
    const headers: Record<string, unknown> = {};
    headers['list'] = [1, headers];
    expect(() => canonical({ headers })).toThrow(new CircularValueError('value.headers.list[1]'));
    expect(new CircularValueError('value.a').message).toBe(
      "value.a is one of the values that contain it, so it cannot be compared with Python's.",
    );
  });
});

describe('two canonical values', () => {
  it.each([
    [1, 1n],
    [null, undefined],
    [Number.NaN, Number.NaN],
    [
      { a: 1, b: [2] },
      new Map<string, unknown>([
        ['b', [2]],
        ['a', 1],
      ]),
    ],
    [new Uint8Array([1]), new Uint8Array([1])],
    [new RangeError('x'), new RangeError('x')],
    [2n ** 60n, 2n ** 60n],
  ])('are the same: %o and %o', (a, b) => {
    expect(sameValue(canonical(a), canonical(b))).toBe(true);
  });

  it.each([
    [1, '1'],
    [1, true],
    [0, -0],
    [0, null],
    [2n ** 60n, 2 ** 60],
    ['a', new Uint8Array([97])],
    [[1], [1, null]],
    [[1], [2]],
    [{ a: null }, { b: null }],
    [{ a: 1 }, { a: 1, b: 2 }],
    [{ 200: 'OK' }, new Map([[200, 'OK']])],
    [new RangeError('x'), new TypeError('x')],
    [[], {}],
  ])('differ: %o and %o', (a, b) => {
    expect(sameValue(canonical(a), canonical(b))).toBe(false);
  });

  it('are never the same when one has no twin in the other language', () => {
    const response = new Response();
    expect(sameValue(canonical(response), canonical(response))).toBe(false);
    expect(sameValue(canonical([response]), canonical([response]))).toBe(false);
  });
});

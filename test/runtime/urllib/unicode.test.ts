import { describe, expect, it } from 'vitest';

import { parseQs } from '#runtime/urllib/unicode';

describe('parseQs', () => {
  it.each<[query: string, fields: Record<string, string[]>]>([
    ['', {}],
    ['subject=', {}],
    ['a=1&b=2&a=3', { a: ['1', '3'], b: ['2'] }],
    ['subject=J%C3%BCrgen+M.', { subject: ['Jürgen M.'] }],
    ['a=b=c', { a: ['b=c'] }],
    ['=x', { '': ['x'] }],
    ['a&b=%FF', { b: ['\ufffd'] }],
    ['x=%zz', { x: ['%zz'] }],
    ['a=1;b=2', { a: ['1;b=2'] }],
    ['a=%26%3D', { a: ['&='] }],
    ['&&a=1&', { a: ['1'] }],
    ['s=Ã¼', { s: ['Ã¼'] }],
  ])('reads %j as CPython does', (query, fields) => {
    expect(Object.fromEntries(parseQs(query))).toEqual(fields);
  });
});

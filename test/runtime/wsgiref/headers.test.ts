import { describe, expect, it } from 'vitest';

import { AssertionError, ValueError } from '#runtime/builtins';
import { Headers } from '#runtime/wsgiref/headers';
import type { Header } from '#runtime/wsgiref/types';

describe('Headers', () => {
  it('counts, lists and copies what it is given', () => {
    const list: Header[] = [['x', 'y']];
    expect(new Headers().length).toBe(0);
    expect(new Headers([]).length).toBe(0);
    expect(new Headers(list).length).toBe(1);
    expect(new Headers(list).keys()).toEqual(['x']);
    expect(new Headers(list).values()).toEqual(['y']);
    expect(new Headers(list).items()).toEqual(list);
    expect(new Headers(list).items()).not.toBe(list);
  });

  it('finds a name in whatever case', () => {
    const headers = new Headers();
    headers.delete('foo');
    headers.set('Foo', 'bar');
    for (const name of ['foo', 'Foo', 'FOO']) {
      expect(headers.has(name)).toBe(true);
      expect(headers.get(name)).toBe('bar');
      expect(headers.getAll(name)).toEqual(['bar']);
    }
    expect(headers.has('bar')).toBe(false);
    expect(headers.get('bar')).toBeNull();
    expect(headers.getAll('bar')).toEqual([]);
  });

  it('replaces all of a name at the end of the list, and gives defaults', () => {
    const headers = new Headers([
      ['a', '1'],
      ['b', '2'],
      ['A', '3'],
    ]);
    headers.set('a', '4');
    expect(headers.items()).toEqual([
      ['b', '2'],
      ['a', '4'],
    ]);
    expect(headers.get('a', 'other')).toBe('4');
    expect(headers.get('z', 'other')).toBe('other');
    expect(headers.setdefault('a', 'other')).toBe('4');
    expect(headers.setdefault('z', 'other')).toBe('other');
    expect(headers.get('z')).toBe('other');
  });

  it('changes the very list it was given', () => {
    const list: Header[] = [['a', '1']];
    const headers = new Headers(list);
    headers.set('b', '2');
    headers.delete('a');
    expect(list).toEqual([['b', '2']]);
  });

  it('adds parameters in quotes, dashes for underscores, and bare names for null', () => {
    const headers = new Headers();
    headers.addHeader('foo', 'bar', { baz: 'spam' });
    headers.addHeader('Foo', 'bar', { cheese: null });
    headers.addHeader('x', null, { a_b: 'c"\\d', e: '' });
    expect(headers.getAll('foo')).toEqual(['bar; baz="spam"', 'bar; cheese']);
    expect(headers.get('x')).toBe('a-b="c\\"\\\\d"; e');
  });

  it('prints as it travels, in latin-1', () => {
    expect(String(new Headers())).toBe('\r\n');
    const headers = new Headers([
      ['a', 'b'],
      ['c', 'é'],
    ]);
    expect(String(headers)).toBe('a: b\r\nc: é\r\n\r\n');
    expect([...headers.toBytes()].slice(-5)).toEqual([0xe9, 13, 10, 13, 10]);
    expect(headers.repr()).toBe("Headers([('a', 'b'), ('c', 'é')])");
  });

  it('refuses what latin-1 cannot hold only when it is sent', () => {
    const headers = new Headers([['price', '€']]);
    expect(() => headers.toBytes()).toThrow("'latin-1' codec can't encode character '\\u20ac'");
  });

  it.each([
    ['a string', 'foo', TypeError, 'Headers must be a list of name/value tuples'],
    ['a tuple', Object.freeze([]), TypeError, 'Headers must be a list of name/value tuples'],
    [
      'three in a pair',
      [['a', 'b', 'c']],
      ValueError,
      'too many values to unpack (expected 2, got 3)',
    ],
    ['one in a pair', [['a']], ValueError, 'not enough values to unpack (expected 2, got 1)'],
    ['a number for a pair', [3], TypeError, 'cannot unpack non-iterable int object'],
    ['null for a pair', [null], TypeError, 'cannot unpack non-iterable NoneType object'],
    ['a number', [['a', 1]], AssertionError, 'Header names/values must be of type str (got 1)'],
    [
      'bytes',
      [['a', new Uint8Array([120])]],
      AssertionError,
      "Header names/values must be of type str (got b'x')",
    ],
  ])('refuses %s', (_, given, error, message) => {
    const make = (): Headers => new Headers(given as Header[]);
    expect(make).toThrow(error);
    expect(make).toThrow(message);
  });
});

describe('a header that is a text', () => {
  it('passes for a pair when it has two characters, and fails when it is to be sent', () => {
    const headers = new Headers(['ab' as unknown as Header]);
    expect(headers.length).toBe(1);
    expect(() => headers.toBytes()).toThrow(
      new TypeError('not enough arguments for format string'),
    );
  });

  it('is refused when it is longer, without a count, as in CPython 3.14', () => {
    const message = 'too many values to unpack (expected 2)';
    expect(() => new Headers(['abc' as unknown as Header])).toThrow(new ValueError(message));
  });
});

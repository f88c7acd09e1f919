import { describe, expect, it } from 'vitest';
import { urljoin, urlsplit, urlunsplit } from '#runtime/urllib/split';

describe('an address', () => {
  it('falls into five parts', () => {
    expect(urlsplit('HTTP://u@h:80/p;x?q?r#f#g')).toEqual({
      scheme: 'http',
      netloc: 'u@h:80',
      path: '/p;x',
      query: 'q?r',
      fragment: 'f#g',
    });
  });

  it('loses control characters before it, and line ends in it', () => {
    expect(urlsplit(' \0java\nscript:x')).toMatchObject({ scheme: 'javascript', path: 'x' });
  });

  it.each(['', '/a', '//h', '//h/a?b#c', 'x:y', 'http://h', 'http://h?q', 'mailto:a@b'])(
    '%j comes together again',
    (url) => {
      expect(urlunsplit(urlsplit(url))).toBe(url);
    },
  );

  it('is refused where its host cannot be one', () => {
    expect(() => urlsplit('//[::1/')).toThrow('Invalid IPv6 URL');
    expect(() => urlsplit('//\u2100/')).toThrow(
      "netloc '\u2100' contains invalid characters under NFKC normalization",
    );
  });
});

describe('an address seen from another', () => {
  const base = 'http://h/a/b;p?q';

  it.each([
    ['g', 'http://h/a/g'],
    ['./g/.', 'http://h/a/g/'],
    ['../../../g', 'http://h/g'],
    ['/./g', 'http://h/g'],
    ['?y', 'http://h/a/b;p?y'],
    ['#s', 'http://h/a/b;p?q#s'],
    [';x', 'http://h/a/;x'],
    ['g//h', 'http://h/a/g/h'],
    ['//o/g', 'http://o/g'],
    ['mailto:x', 'mailto:x'],
    ['http:g', 'http://h/a/g'],
    ['https:g', 'https:g'],
    ['', base],
  ])('%j is %j', (url, expected) => {
    expect(urljoin(base, url)).toBe(expected);
  });
});

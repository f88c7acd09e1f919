import { expect, test } from 'vitest';
import { ValueError } from '#runtime/builtins';
import { urlparse } from '#runtime/urllib/urlparse';

test.each([
  [
    'https://u:p@h:1/a;b/c;d?q=1#f',
    ['https', 'u:p@h:1', '/a;b/c', 'd', 'q=1', 'f'],
    'https://u:p@h:1/a;b/c;d?q=1#f',
  ],
  ['HTTP://H', ['http', 'H', '', '', '', ''], 'http://H'],
  ['//h/p', ['', 'h', '/p', '', '', ''], '//h/p'],
  ['/p;x', ['', '', '/p', 'x', '', ''], '/p;x'],
  ['1x:y', ['', '', '1x:y', '', '', ''], '1x:y'],
  ['https:', ['https', '', '', '', '', ''], 'https://'],
  ['https:/p', ['https', '', '/p', '', '', ''], 'https:///p'],
  ['mailto:a@b?c', ['mailto', '', 'a@b', '', 'c', ''], 'mailto:a@b?c'],
  ['  \u0001http://h', ['http', 'h', '', '', '', ''], 'http://h'],
  ['ht\ntp://h\t/x', ['http', 'h', '/x', '', '', ''], 'http://h/x'],
  ['http://h#f?x', ['http', 'h', '', '', '', 'f?x'], 'http://h#f?x'],
  ['http://[::1]:8/', ['http', '[::1]:8', '/', '', '', ''], 'http://[::1]:8/'],
  ['http://h/p?', ['http', 'h', '/p', '', '', ''], 'http://h/p'],
  ['a;b;c', ['', '', 'a', 'b;c', '', ''], 'a;b;c'],
  ['javascript:alert(1)', ['javascript', '', 'alert(1)', '', '', ''], 'javascript:alert(1)'],
  ['http:x/y', ['http', '', 'x/y', '', '', ''], 'http:///x/y'],
  ['', ['', '', '', '', '', ''], ''],
])('%j has its parts where CPython 3.11 finds them', (url, parts, again) => {
  const { scheme, netloc, path, params, query, fragment } = urlparse(url);
  expect([scheme, netloc, path, params, query, fragment]).toEqual(parts);
  expect(urlparse(url).geturl()).toBe(again);
});

test.each([
  ['http://[::1', 'Invalid IPv6 URL'],
  ['http://]', 'Invalid IPv6 URL'],
  ['http://[x]/', "'x' does not appear to be an IPv4 or IPv6 address"],
  ['http://[1.2.3.4]', 'An IPv4 address cannot be in brackets'],
  ['http://\u2100/', "netloc '\u2100' contains invalid characters under NFKC normalization"],
])('%j cannot be a host', (url, message) => {
  expect(() => urlparse(url)).toThrow(ValueError);
  expect(() => urlparse(url)).toThrow(message);
});

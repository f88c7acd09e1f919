import { describe, expect, it } from 'vitest';
import { IndexError, ValueError } from '#runtime/builtins';
import { normalize } from '#runtime/django/utils/regex-helper';

const forms = (pattern: string) =>
  normalize(pattern).map(({ template, params }) => [template, params.join(' ')]);

describe('an expression turned round', () => {
  it.each([
    ['', [['', '']]],
    ['^a/$', [['a/', '']]],
    [String.raw`^a\.b/\d/\w/`, [['a.b/0/x/', '']]],
    ['^(?P<y>[0-9]{4})/([a-z]+)/', [['%(y)s/%(_0)s/', 'y _0']]],
    [
      '^(?P<a>x)?y',
      [
        ['y', ''],
        ['%(a)sy', 'a'],
      ],
    ],
    [
      '^(?:p-(?P<p>[0-9]+)/)?$',
      [
        ['', ''],
        ['p-%(p)s/', 'p'],
      ],
    ],
    ['^(?:(?P<a>a)?)?end', [['end', '']]],
    ['^[^/]x*y+z{3}', [['^yzzz', '']]],
    ['^(?P<a>a){2}-(?P=a)', [['%(a)s%(a)s-%(a)s', 'a a']]],
    ['^a|b$', [['', '']]],
    ['^()b(c)d', [['%(_0)s', '_0']]],
    [String.raw`^a*\$b`, [['', '']]],
  ])('%s has these forms', (pattern, expected) => {
    expect(forms(pattern)).toEqual(expected);
  });

  it.each([
    ['^(?i)a', ValueError, "Non-reversible reg-exp portion: '(?i'"],
    ['^(?#x)a', ValueError, "Non-reversible reg-exp portion: '(?#'"],
    ['^a{,3}', ValueError, "invalid literal for int() with base 10: ''"],
    ['^(?=a)*b', IndexError, 'list index out of range'],
  ])('%s cannot be', (pattern, error, message) => {
    expect(() => normalize(pattern)).toThrow(error);
    expect(() => normalize(pattern)).toThrow(message);
  });
});

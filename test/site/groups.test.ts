import { describe, expect, it } from 'vitest';
import { filesOf } from '../../site/source/recorded.ts';
import { groupSymbols } from '../../site/symbols/groups.ts';
import { Places } from '../../src/models/places.ts';
import type { TaggedSymbol } from '../../src/models/tag-index.ts';

const tagged = (file: string, symbol: string, python: string): TaggedSymbol => {
  const [module = '', qualname = ''] = python.split(':');
  return { file, symbol, module, qualname, line: 1, first: 2, code: '' };
};

const places = new Places({
  'django.urls.base:resolve': ['django/urls/base.py', 21, 'x'],
  'wsgiref.util:guess_scheme': ['cpython/Lib/wsgiref/util.py', 30, 'y'],
  'builtins:str': [],
});

const groups = groupSymbols(
  [
    tagged('src/runtime/text.ts', 'str', 'builtins:str'),
    tagged('src/runtime/wsgiref/util.ts', 'guessScheme', 'wsgiref.util:guess_scheme'),
    tagged('src/runtime/django/urls/types.ts', 'Route', 'django.urls.base:Route'),
    tagged('src/runtime/django/urls/base.ts', 'resolve', 'django.urls.base:resolve'),
    tagged('src/runtime/django/urls/base.ts', 'reverse', 'django.urls.base:reverse'),
    tagged('src/runtime/django.ts', 'setup', 'django:setup'),
  ],
  places,
  { cases: 9, passes: { 'django.urls.base:resolve': 7, 'django.urls.base:reverse': 0 } },
);

describe('the symbols of the appendix', () => {
  it('have a page for each package of Django, then wsgiref, then the rest of Python', () => {
    expect(groups.map(({ slug, count }) => [slug, count])).toEqual([
      ['django', 1],
      ['django.urls', 3],
      ['wsgiref', 1],
      ['python', 1],
    ]);
  });

  it('stand by module and file, with their line in Python and the cases that pass through', () => {
    expect(groups[1]?.modules).toEqual([
      {
        module: 'django.urls.base',
        count: 3,
        files: [
          {
            file: 'src/runtime/django/urls/types.ts',
            rows: [{ symbol: 'Route', line: 2, python: 'Route' }],
          },
          {
            file: 'src/runtime/django/urls/base.ts',
            rows: [
              {
                symbol: 'resolve',
                line: 2,
                python: 'resolve',
                address: 'https://github.com/django/django/blob/2.2.28/django/urls/base.py#L21',
                cases: 7,
              },
              { symbol: 'reverse', line: 2, python: 'reverse', cases: 0 },
            ],
          },
        ],
      },
    ]);
    expect(groups[2]?.modules[0]?.files[0]?.rows[0]?.address).toBe(
      'https://github.com/python/cpython/blob/v3.13.0/Lib/wsgiref/util.py#L30',
    );
    expect(groups[3]?.modules[0]?.files[0]?.rows[0]).toEqual({
      symbol: 'str',
      line: 2,
      python: 'str',
    });
  });
});

it('files of the project have an address once package.json names a repository', () => {
  expect(filesOf(undefined)).toBeUndefined();
  expect(filesOf({ url: 'git+https://example.org/round-trip.git' })).toBe(
    'https://example.org/round-trip/blob/main/',
  );
  expect(filesOf('https://example.org/round-trip')).toBe(
    'https://example.org/round-trip/blob/main/',
  );
  expect(filesOf('github:somebody/round-trip')).toBeUndefined();
});

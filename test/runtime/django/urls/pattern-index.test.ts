import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { ValueError } from '#runtime/builtins';
import { freshSettings } from '#runtime/django/conf';
import {
  getResolver,
  include,
  path,
  registerConverter,
  rePath,
  Resolver404,
} from '#runtime/django/urls';
import { IntConverter } from '#runtime/django/urls/converters';
import { PatternIndex } from '#runtime/django/urls/pattern-index';
import type { UrlEntry, View } from '#runtime/django/urls/types';
import { indexFrom } from '#runtime/django/urls/walk';

fc.configureGlobal({ seed: 63 });

const asked: string[] = [];

/** Refuses even numbers, and remembers what it was asked. */
class Odd extends IntConverter {
  override toPython(text: string): number | bigint {
    asked.push(text);
    if (/[02468]$/.test(text)) throw new ValueError('even');
    return super.toPython(text);
  }
}

const WORDS = ['a', 'b', 'ab', '10', 'x-y', 'é', ''];
const PARAMETERS = ['<int:n>', '<str:s>', '<slug:t>', '<path:p>', '<odd:o>', '<uuid:u>', '<v>'];
const EXPRESSIONS = [
  '^$',
  '^a/',
  '^a/b$',
  'b/$',
  '^ab?/',
  '^(?P<n>[0-9]+)/$',
  '^a|b',
  '^a+/(.)/',
  '(?i)^A/$',
  '^10{1}/',
  '^(',
  '^x-y/[a-z]',
];
const PATHS = [
  '',
  'a',
  'a/',
  'b/',
  'a/b',
  'A/',
  '10/',
  '7/',
  '12/a/',
  'x-y/b',
  'a/\n',
  'é/ab/',
  '//',
  'a//b/',
];

const word = fc.constantFrom(...WORDS);
const parameter = fc.constantFrom(...PARAMETERS);
const segment = fc.oneof(
  word,
  word,
  parameter,
  fc.tuple(word, parameter).map((pair) => pair.join('')),
);
const route = fc
  .tuple(fc.array(segment, { minLength: 1, maxLength: 3 }), fc.constantFrom('/', '/', ''))
  .map(([segments, end]) => segments.join('/') + end)
  .filter((text) => new Set(text.match(/<[^>]*>/g)).size === (text.match(/<[^>]*>/g) ?? []).length);

interface Described {
  text: string;
  isRoute: boolean;
  inner: Described[] | null;
}

const leaf: fc.Arbitrary<Described> = fc
  .oneof(
    { weight: 4, arbitrary: route.map((text) => ({ text, isRoute: true })) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(...EXPRESSIONS).map((text) => ({ text, isRoute: false })),
    },
  )
  .map((entry) => ({ ...entry, inner: null }));
const entry: fc.Arbitrary<Described> = fc.oneof(
  { weight: 5, arbitrary: leaf },
  {
    weight: 1,
    arbitrary: fc
      .tuple(leaf, fc.array(leaf, { minLength: 1, maxLength: 12 }))
      .map(([outer, inner]) => ({ ...outer, inner })),
  },
);
const table = fc.array(entry, { minLength: 1, maxLength: 25 });
const asks = fc.array(
  fc.oneof(
    fc.constantFrom(...PATHS),
    fc
      .array(fc.constantFrom('a', 'b', 'ab', '10', '7', 'x-y', 'é', '', 'z z'), { maxLength: 4 })
      .map((parts) => parts.join('/')),
  ),
  { minLength: 5, maxLength: 20 },
);

function view(name: string): View {
  return { [name]: () => null }[name] as View;
}

function build(described: readonly Described[], prefix = 'v'): UrlEntry[] {
  return described.map(({ text, isRoute, inner }, at): UrlEntry => {
    const name = `${prefix}${at}`;
    if (inner === null)
      return isRoute ? path(text, view(name), { name }) : rePath(text, view(name), { name });
    const included = include(build(inner, `${name}_`));
    return isRoute ? path(text, included) : rePath(text, included);
  });
}

/** All that is to be seen of resolving a path. */
function resolved(patterns: readonly UrlEntry[], text: string): unknown {
  try {
    const {
      func,
      args,
      kwargs,
      urlName,
      route: led,
      viewName,
    } = getResolver(patterns).resolve(`/${text}`);
    return [func.name, args, kwargs, urlName, led, viewName];
  } catch (error) {
    if (error instanceof Resolver404) return [error.path, error.message, error.tried];
    return [(error as Error).name, (error as Error).message];
  }
}

function both(patterns: readonly UrlEntry[], text: string): [indexed: unknown, walked: unknown] {
  const results = [0, Number.POSITIVE_INFINITY].map((count) => {
    const restore = indexFrom(count);
    try {
      return resolved(patterns, text);
    } finally {
      restore();
    }
  });
  return results as [unknown, unknown];
}

function start(): void {
  freshSettings();
  registerConverter(Odd, 'odd');
}

afterEach(() => {
  asked.length = 0;
});

describe('any URLconf', () => {
  it('gives the same by its index as when it is walked: match, miss, what was tried, and faults', () => {
    fc.assert(
      fc.property(table, asks, (described, texts) => {
        start();
        const patterns = build(described);
        for (const text of texts) {
          const [indexed, walked] = both(patterns, text);
          expect(indexed).toEqual(walked);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('asks a converter of its own for the same texts in the same order, up to the match', () => {
    fc.assert(
      fc.property(table, asks, (described, texts) => {
        start();
        const patterns = build(described);
        for (const text of texts) {
          const orders = [0, Number.POSITIVE_INFINITY].map((count) => {
            asked.length = 0;
            const restore = indexFrom(count);
            try {
              getResolver(patterns).resolve(`/${text}`);
            } catch {
              return null;
            } finally {
              restore();
            }
            return [...asked];
          });
          expect(orders[0]).toEqual(orders[1]);
        }
      }),
    );
  });
});

describe('the index', () => {
  const patterns = [
    path('a/', view('zero')),
    path('a/<int:n>/', view('one')),
    path('<slug:s>/b/', view('two')),
    path('<path:p>', view('three')),
    rePath('^a/x', view('four')),
    path('', include([path('c/', view('inner'))])),
    path('a/<int:n>/edit/', view('six')),
  ];
  const at = (text: string) =>
    new PatternIndex(patterns).candidates(text).map((found) => patterns.indexOf(found as never));

  it.each([
    ['a/', [0, 3, 4, 5]],
    ['a/7/', [1, 3, 4, 5]],
    ['a/b/', [1, 2, 3, 4, 5]],
    ['a/7/edit/', [3, 4, 5, 6]],
    ['z', [3, 5]],
    ['z/b/c/', [3, 5]],
  ])('leaves for %j the entries %j', (text, expected) => {
    expect(at(text)).toEqual(expected);
  });

  it('asks few entries of many', () => {
    freshSettings();
    const many = Array.from({ length: 1000 }, (_, number) =>
      path(`s${number}/<int:n>/`, view('v')),
    );
    expect(new PatternIndex(many).candidates('s700/5/')).toEqual([many[700]]);
  });

  it('notices an entry that is added later', () => {
    freshSettings();
    const growing = Array.from({ length: 9 }, (_, number) =>
      path(`${number}/`, view(`v${number}`)),
    );
    expect(() => getResolver(growing).resolve('/new/')).toThrow(Resolver404);
    growing.push(path('new/', view('later')));
    expect(getResolver(growing).resolve('/new/').func.name).toBe('later');
  });
});

it('a miss tells what was tried only when it is asked', () => {
  start();
  const patterns = Array.from({ length: 9 }, (_, number) => path(`<odd:n>/${number}/`, view('v')));
  const miss = (() => {
    try {
      return getResolver(patterns).resolve('/2/x/');
    } catch (error) {
      return error as Resolver404;
    }
  })();
  expect(miss).toBeInstanceOf(Resolver404);
  expect((miss as Resolver404).tried).toHaveLength(9);
  expect((miss as Resolver404).message).toContain("'path': '2/x/'}");
});

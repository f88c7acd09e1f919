import { beforeEach, describe, expect, test } from 'vitest';
import { ValueError } from '#runtime/builtins';
import { freshSettings, settings } from '#runtime/django/conf';
import { HttpResponse } from '#runtime/django/http';
import { overrideSettings } from '#runtime/django/test/utils';
import {
  getResolver,
  include,
  path,
  registerConverter,
  rePath,
  resolve,
  Resolver404,
  URLPattern,
} from '#runtime/django/urls';
import { routeToRegex } from '#runtime/django/urls/patterns';
import type { UrlEntry } from '#runtime/django/urls/types';
import { ModuleNotFoundError, registerModule } from '#runtime/django/utils/module-loading';

const first = () => new HttpResponse('first');
const second = () => new HttpResponse('second');
const site = (...urlpatterns: UrlEntry[]) => freshSettings({ ROOT_URLCONF: { urlpatterns } });

function tried(pathname: string): { path: string; tried: string[][] | null } {
  try {
    resolve(pathname);
  } catch (error) {
    if (!(error instanceof Resolver404)) throw error;
    const steps = error.tried as UrlEntry[][] | null;
    return {
      path: error.path,
      tried: steps && steps.map((one) => one.map((e) => String(e.pattern))),
    };
  }
  throw new Error(`${pathname} was found.`);
}

beforeEach(() => {
  freshSettings();
});

describe('resolving', () => {
  test('takes the first pattern that matches', () => {
    site(path('<str:word>/', first), path('fixed/', second));
    expect(resolve('/fixed/').func).toBe(first);
  });

  test('converts what a route captures', () => {
    site(path('<int:year>/<slug:slug>/<uuid:id>/<path:rest>', first));
    const id = '075194d3-6885-417e-a8a8-6c931e272f00';
    const { kwargs, route } = resolve(`/2019/a-b_c/${id}/x/y`);
    expect({ ...kwargs, id: String(kwargs['id']) }).toEqual({
      year: 2019,
      slug: 'a-b_c',
      id,
      rest: 'x/y',
    });
    expect(route).toBe('<int:year>/<slug:slug>/<uuid:id>/<path:rest>');
  });

  test('keeps every digit of a large number', () => {
    site(path('<int:n>/', first));
    expect(resolve('/99999999999999999999/').kwargs).toEqual({ n: 99999999999999999999n });
  });

  test('a converter that throws ValueError means no match, another error goes on', () => {
    class Even {
      readonly regex = '[0-9]+';
      toPython(text: string) {
        if (text === '7') throw new RangeError('seven');
        if (Number(text) % 2) throw new ValueError('odd');
        return Number(text);
      }
      toUrl(value: unknown) {
        return String(value);
      }
    }
    registerConverter(Even, 'even');
    const patterns = [path('<even:n>/', first), path('<int:n>/', second)];
    settings.ROOT_URLCONF = patterns;
    expect(resolve('/4/').func).toBe(first);
    expect(resolve('/5/').func).toBe(second);
    expect(() => resolve('/7/')).toThrow(RangeError);
  });

  test('extra arguments win over captured ones, inner over outer', () => {
    site(
      path('<int:a>/', include([path('<int:b>/', first, { kwargs: { b: 'extra' } })]), {
        kwargs: { a: 'outer', c: 1 },
      }),
    );
    expect(resolve('/1/2/').kwargs).toEqual({ a: 'outer', b: 'extra', c: 1 });
  });

  test('named groups drop the unnamed ones, and unnamed ones add up otherwise', () => {
    site(
      rePath('^(a)/(?P<name>\\w+)/$', first),
      rePath('^(\\d+)/', include([rePath('^(\\d+)/$', second)])),
    );
    expect(resolve('/a/b/')).toMatchObject({ args: [], kwargs: { name: 'b' } });
    expect(resolve('/1/2/').args).toEqual(['1', '2']);
  });

  test('a group that took no part is None', () => {
    site(rePath('^(?:page-(?P<n>\\d+)/)?$', first));
    expect(resolve('/').kwargs).toEqual({ n: null });
  });

  test('a route and an expression with $ do not match a newline at the end', () => {
    site(path('a', first), rePath('^b$', first), rePath('^c', second));
    expect(tried('/a\n').path).toBe('a\n');
    expect(tried('/b\n').path).toBe('b\n');
    expect(resolve('/c\n').func).toBe(second);
  });

  test('an unknown path tells what was tried, and through which includes', () => {
    site(
      path('', first),
      path('blog/', include([path('<int:year>/', first), rePath('^tag/$', second)])),
    );
    expect(tried('/blog/x/')).toEqual({
      path: 'blog/x/',
      tried: [[''], ['blog/', '<int:year>/'], ['blog/', '^tag/$']],
    });
    expect(tried('/nope/').tried).toEqual([[''], ['blog/']]);
    expect(tried('no-slash')).toEqual({ path: 'no-slash', tried: null });
  });

  test('a path that nobody knows is an error that names its caller', () => {
    let stack = '';
    try {
      resolve('/nowhere/', [path('known/', () => null)]);
    } catch (error) {
      stack = (error as Error).stack ?? '';
    }
    expect(stack).toContain('resolvers.test.ts');
  });

  test('a match knows its names', () => {
    site(path('polls/', include([[path('<int:pk>/', first, { name: 'detail' })], 'polls'])));
    const match = resolve('/polls/3/');
    expect(match).toMatchObject({ appName: 'polls', namespace: 'polls', urlName: 'detail' });
    expect([match.viewName, match.route]).toEqual(['polls:detail', 'polls/<int:pk>/']);
    const [func, args, kwargs] = match;
    expect([func, args, kwargs]).toEqual([first, [], { pk: 3 }]);
  });
});

describe('URLconfs', () => {
  test('are imported by the first request that needs them, and again while they fail', () => {
    let runs = 0;
    registerModule('broken.urls', () => {
      runs += 1;
      throw new SyntaxError('broken');
    });
    settings.ROOT_URLCONF = 'broken.urls';
    const resolver = getResolver();
    expect(runs).toBe(0);
    expect(() => resolver.resolve('/')).toThrow('broken');
    expect(() => resolver.resolve('/')).toThrow('broken');
    expect(runs).toBe(2);
  });

  test('that do not exist are missing modules', () => {
    settings.ROOT_URLCONF = 'nowhere.urls';
    expect(() => resolve('/')).toThrow(ModuleNotFoundError);
    expect(() => resolve('/')).toThrow("No module named 'nowhere'");
  });

  test('without patterns are improperly configured', () => {
    registerModule('empty.urls', { nothing: true });
    settings.ROOT_URLCONF = 'empty.urls';
    expect(() => resolve('/')).toThrow(
      "The included URLconf 'empty.urls' does not appear to have any patterns in it.",
    );
  });

  test('are resolved once and forgotten when a test sets another', () => {
    site(path('', first));
    expect(getResolver()).toBe(getResolver());
    const other = { urlpatterns: [path('', second)] };
    expect(overrideSettings({ ROOT_URLCONF: other }, () => resolve('/').func)).toBe(second);
    expect(resolve('/').func).toBe(first);
  });

  test('cannot be given a namespace without an application', () => {
    expect(() => include([path('', first)], 'ns')).toThrow(
      'Specifying a namespace in include() without providing an app_name is not supported.',
    );
  });
});

describe('patterns', () => {
  test('a route becomes a regular expression', () => {
    expect(routeToRegex('a.b/<int:x>-<y>/', true)[0]).toBe(
      String.raw`^a\.b/(?P<x>[0-9]+)\-(?P<y>[^/]+)/\Z`,
    );
    expect(routeToRegex('<int:x >')[0]).toBe(String.raw`^<int:x\ >`);
  });

  test('a parameter has to be an identifier and a converter has to exist', () => {
    expect(() => path('<int:1x>', first)).toThrow(
      "URL route '<int:1x>' uses parameter name '1x' which isn't a valid Python identifier.",
    );
    expect(() => path('<nope:x>', first)).toThrow(
      "URL route '<nope:x>' uses invalid converter 'nope'.",
    );
  });

  test('a broken expression is improperly configured, once it is used', () => {
    const pattern = rePath('^(', first);
    expect(() => pattern.resolve('a')).toThrow('"^(" is not a valid regular expression: ');
  });

  test('what is no view is refused', () => {
    expect(() => path('', 'polls.views.index' as never)).toThrow(
      'view must be a callable or a list/tuple in the case of include().',
    );
  });

  test('are shown as Python shows them', () => {
    const pattern = path('a/', first, { name: 'a' });
    expect(pattern).toBeInstanceOf(URLPattern);
    expect(String(pattern)).toBe("<URLPattern 'a/' [name='a']>");
  });
});

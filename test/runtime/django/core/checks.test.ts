import { beforeEach, describe, expect, test } from 'vitest';
import { freshSettings, type Settings } from '#runtime/django/conf';
import * as checks from '#runtime/django/core/checks';
import { CheckRegistry, registry } from '#runtime/django/core/checks/registry';
import { HttpResponse } from '#runtime/django/http';
import { include, path, rePath } from '#runtime/django/urls';
import type { UrlconfModule } from '#runtime/django/urls/types';
import { registerModule } from '#runtime/importlib';
import { repr } from '#runtime/repr';

const view = () => new HttpResponse('x');

/** What the checks of addresses say of a URLconf, the place of each message left out. */
function aboutUrls(ROOT_URLCONF: unknown, others: Partial<Settings> = {}): string[] {
  freshSettings({ ROOT_URLCONF: ROOT_URLCONF as UrlconfModule, ...others });
  return checks.runChecks({ tags: ['urls'] }).map((message) => String(message).slice('?: '.length));
}

const aboutPatterns = (...urlpatterns: unknown[]) => aboutUrls({ urlpatterns });

function deploymentIds(settings: Partial<Settings>): string[] {
  freshSettings(settings);
  return checks
    .runChecks({ tags: ['security'], includeDeploymentChecks: true })
    .map(({ id }) => String(id).slice('security.'.length))
    .toSorted();
}

beforeEach(() => {
  freshSettings();
});

describe('messages', () => {
  test('say what they are about, what is wrong and what would help', () => {
    const warning = new checks.Warning('m', { hint: 'h', obj: 5, id: 'x.W1' });
    expect(String(warning)).toBe('5: (x.W1) m\n\tHINT: h');
    expect(repr(warning)).toBe("<Warning: level=30, msg='m', hint='h', obj=5, id='x.W1'>");
    expect(String(new checks.Error('m', { obj: 'o' }))).toBe('o: m');
    expect(repr(new checks.CheckMessage(10, 'm'))).toBe(
      "<CheckMessage: level=10, msg='m', hint=None, obj=None, id=None>",
    );
  });

  test('are serious from errors on, and can be silenced by their id', () => {
    const made = [checks.Debug, checks.Info, checks.Warning, checks.Error, checks.Critical].map(
      (Message) => new Message('m', { id: 'x.1' }),
    );
    expect(made.map((message) => message.level)).toEqual([10, 20, 30, 40, 50]);
    expect(made.map((message) => message.isSerious())).toEqual([false, false, false, true, true]);
    expect(made[2]?.isSerious(checks.WARNING)).toBe(true);
    freshSettings({ SILENCED_SYSTEM_CHECKS: ['x.1'] });
    expect(made[0]?.isSilenced()).toBe(true);
  });
});

describe('the registry', () => {
  test('runs checks by tag, and those of databases and deployment only when asked', () => {
    const own = new CheckRegistry();
    const saying = (text: string) => () => [new checks.Info(text)];
    own.register(saying('plain'), ['a']);
    own.register(saying('database'), ['database']);
    own.register(saying('deploy'), ['a', 'b'], { deploy: true });
    const heard = (...given: Parameters<CheckRegistry['runChecks']>) =>
      own.runChecks(...given).map(({ msg }) => msg);
    expect(heard()).toEqual(['plain']);
    expect(heard({ includeDeploymentChecks: true })).toEqual(['plain', 'deploy']);
    expect(heard({ tags: ['database', 'b'] })).toEqual(['database']);
    expect([...own.tagsAvailable(true)]).toEqual(['a', 'database', 'b']);
    expect([own.tagExists('b'), own.tagExists('b', true)]).toEqual([false, true]);
  });

  test('refuses a check that gives no list', () => {
    const own = new CheckRegistry();
    own.register((() => null) as unknown as checks.Check, ['x']);
    expect(() => own.runChecks()).toThrow(
      'did not return a list. All functions registered with the checks registry must return a list.',
    );
  });

  test('holds a check once, and forgets what a process registered', () => {
    const check = () => [new checks.Info('mine')];
    checks.register(check, ['mine']);
    checks.register(check, ['mine']);
    expect(checks.runChecks({ tags: ['mine'] })).toHaveLength(1);
    freshSettings();
    expect(checks.tagExists('mine')).toBe(false);
    expect([...registry.tagsAvailable(true)].toSorted()).toEqual([
      'caches',
      'database',
      'security',
      'urls',
    ]);
  });
});

describe('the checks of addresses', () => {
  const slash = (pattern: string) =>
    `(urls.W002) Your URL pattern ${pattern} has a route beginning with a '/'. Remove this slash as it is unnecessary. If this pattern is targeted in an include(), ensure the include() pattern has a trailing '/'.`;
  const oversight = (pattern: string) =>
    `(2_0.W001) Your URL pattern ${pattern} has a route that contains '(?P<', begins with a '^', or ends with a '$'. This was likely an oversight when migrating to django.urls.path().`;

  test('look at routes', () => {
    expect(
      aboutPatterns(
        path('/a', view, { name: 'n' }),
        path('^b', view),
        path('c$', view),
        path('a:b', view, { name: 'a:b' }),
        path('fine/', view),
      ),
    ).toEqual([
      slash("'/a' [name='n']"),
      oversight("'^b'"),
      oversight("'c$'"),
      "(urls.W003) Your URL pattern 'a:b' [name='a:b'] has a name including a ':'. Remove the colon, to avoid ambiguous namespace references.",
    ]);
  });

  test('look at regular expressions', () => {
    expect(
      aboutPatterns(
        rePath('/a', view),
        rePath('^/a', view, { name: 'n' }),
        rePath('^/a/', view),
        rePath('^a$', include([path('', view)])),
        rePath('^a\\$', include([path('', view)])),
      ),
    ).toEqual([
      slash("'/a'"),
      slash("'^/a' [name='n']"),
      "(urls.W001) Your URL pattern '^a$' uses include with a route ending with a '$'. Remove the dollar from the route to avoid problems including URLs.",
    ]);
  });

  test('are content with a leading slash where no slash is appended', () => {
    expect(aboutUrls({ urlpatterns: [path('/a', view)] }, { APPEND_SLASH: false })).toEqual([]);
  });

  test('say of an included URLconf what is wrong inside, and only else of itself', () => {
    expect(aboutPatterns(path('/a', include([path('b:c', view, { name: 'x:y' })])))).toEqual([
      "(urls.W003) Your URL pattern 'b:c' [name='x:y'] has a name including a ':'. Remove the colon, to avoid ambiguous namespace references.",
    ]);
  });

  test('find namespaces that stand for several things', () => {
    const app = [[path('', view)], 'app'] as const;
    const nested = [[path('d/', include(app, 'x'))], 'y'] as const;
    const unique = (namespace: string) =>
      `(urls.W005) URL namespace '${namespace}' isn't unique. You may not be able to reverse all URLs in this namespace`;
    expect(
      aboutPatterns(
        path('a/', include(app, 'x')),
        path('b/', include(app, 'x')),
        path('c/', include(nested, 'z')),
        path('e/', include(nested, 'z')),
      ),
    ).toEqual([unique('x'), unique('z'), unique('z:x')]);
  });

  test('find what is no entry at all', () => {
    const invalid = (shown: string) =>
      `(urls.E004) Your URL pattern ${shown} is invalid. Ensure that urlpatterns is a list of path() and/or re_path() instances.`;
    expect(aboutPatterns('prefix', ['a'], 5)).toEqual([
      `${invalid("'prefix'")}\n\tHINT: Try removing the string 'prefix'. The list of urlpatterns should not have a prefix string as the first element.`,
      `${invalid("['a']")}\n\tHINT: Try using path() instead of a tuple.`,
      invalid('5'),
    ]);
  });

  test('find error handlers that are missing or ask for too much', () => {
    registerModule('site.views', {});
    const conf = {
      urlpatterns: [path('', view)],
      handler400: 'site.views.missing',
      handler403: view,
      handler404: 'nope.view',
      handler500: function wants(_request: unknown, _error: unknown) {},
    };
    expect(aboutUrls(conf)).toEqual([
      "(urls.E008) The custom handler400 view 'site.views.missing' could not be imported.\n\tHINT: Could not import 'site.views.missing'. View does not exist in module site.views.",
      "(urls.E008) The custom handler404 view 'nope.view' could not be imported.\n\tHINT: No module named 'nope'",
      "(urls.E007) The custom handler500 view '__main__.wants' does not take the correct number of arguments (request).",
    ]);
  });

  test('want the addresses of files to end with a slash, and need no URLconf', () => {
    freshSettings({ STATIC_URL: '/static', MEDIA_URL: 'media' });
    expect(checks.runChecks({ tags: ['urls'] }).map(String)).toEqual([
      '?: (urls.E006) The STATIC_URL setting must end with a slash.',
      '?: (urls.E006) The MEDIA_URL setting must end with a slash.',
    ]);
  });
});

describe('the checks before deployment', () => {
  test('look for layers, and for what makes layers work', () => {
    expect(deploymentIds({ SECRET_KEY: 'short', DEBUG: true })).toEqual([
      'W001',
      'W002',
      'W003',
      'W009',
      'W018',
      'W020',
    ]);
    const MIDDLEWARE = [
      'django.middleware.security.SecurityMiddleware',
      'django.middleware.clickjacking.XFrameOptionsMiddleware',
      'django.middleware.csrf.CsrfViewMiddleware',
    ];
    expect(
      deploymentIds({ SECRET_KEY: 'short', DEBUG: true, MIDDLEWARE, SECURE_HSTS_SECONDS: 1 }),
    ).toEqual(['W005', 'W006', 'W007', 'W008', 'W009', 'W016', 'W018', 'W019', 'W020', 'W021']);
    expect(deploymentIds({ MIDDLEWARE, SECRET_KEY: 'x'.repeat(60) })).toContain('W009');
    expect(deploymentIds({ MIDDLEWARE, SECRET_KEY: 'abcde'.repeat(10) })).not.toContain('W009');
  });
});

test('a site without a default cache is told so', () => {
  freshSettings({ CACHES: {} });
  expect(checks.runChecks({ tags: ['caches'] }).map(String)).toEqual([
    "?: (caches.E001) You must define a 'default' cache in your CACHES setting.",
  ]);
});

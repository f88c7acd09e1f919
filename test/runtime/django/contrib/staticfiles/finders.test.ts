import { beforeEach, describe, expect, test } from 'vitest';
import {
  BaseFinder,
  find,
  findAll,
  getFinder,
  getFinders,
  searchedLocations,
} from '#runtime/django/contrib/staticfiles/finders';
import { checkSettings } from '#runtime/django/contrib/staticfiles/settings-check';
import type { Settings } from '#runtime/django/conf';
import { runChecks } from '#runtime/django/core/checks';
import { overrideSettings } from '#runtime/django/test';
import { registerModule } from '#runtime/importlib';
import { staticSite } from './static-site.ts';

beforeEach(() => {
  staticSite();
});

describe('find', () => {
  test('looks in the folders of the site first, then in those of applications', () => {
    expect(find('a.css')).toBe('/site/dir/a.css');
    expect(searchedLocations()).toEqual(['/site/dir']);
    expect(findAll('a.css')).toEqual(['/site/dir/a.css', '/site/app1/static/a.css']);
    expect(searchedLocations()).toEqual(['/site/dir', '/site/app1/static']);
  });

  test.each([
    ['pre/sub/b.js', '/site/dir/sub/b.js'],
    ['app1/x y.txt', '/site/app1/static/app1/x y.txt'],
    ['sub', '/site/dir/sub'],
    ['nope', null],
  ])('finds %s', (path, found) => {
    expect(find(path)).toBe(found);
    expect(findAll(path)).toEqual(found === null ? [] : [found]);
  });

  test('refuses a path that leads out of its folder', () => {
    expect(() => find('../x')).toThrow(
      'The joined path (/site/x) is located outside of the base path component (/site/dir)',
    );
  });
});

describe('finders', () => {
  test('list their files, but for those that are to be left alone', () => {
    const listed = Array.from(getFinders(), (finder) =>
      Array.from(finder.list(['CVS', '.*', '*~']), ([path, storage]) =>
        [path, storage.location, storage.prefix].join(' '),
      ),
    );
    expect(listed).toEqual([
      [
        'a.css /site/dir pre',
        'sub/b.js /site/dir pre',
        'a.css /site/dir pre',
        'sub/b.js /site/dir pre',
      ],
      ['a.css /site/app1/static ', 'app1/x y.txt /site/app1/static '],
    ]);
  });

  test('are made once, and anew for other settings', () => {
    const path = 'django.contrib.staticfiles.finders.FileSystemFinder';
    const before = getFinder(path);
    expect(getFinder(path)).toBe(before);
    overrideSettings({ STATICFILES_DIRS: [] }, () => {
      expect(getFinder(path)).not.toBe(before);
      expect(find('a.css')).toBe('/site/app1/static/a.css');
    });
    expect(find('a.css')).toBe('/site/dir/a.css');
  });

  test('have to be finders', () => {
    registerModule('site.finders', { Wrong: Date });
    expect(() => getFinder('site.finders.Wrong')).toThrow(
      /^Finder ".*" is not a subclass of ".*"$/,
    );
    expect(() => getFinder('site.finders.nope')).toThrow(
      'Module "site.finders" does not define a "nope" attribute/class',
    );
  });

  test('need not be checked', () => {
    class Own extends BaseFinder {
      override findAll(path: string): string[] {
        return [`/own/${path}`];
      }
      override list(): [] {
        return [];
      }
    }
    registerModule('site.own', { Own });
    staticSite({ STATICFILES_FINDERS: ['site.own.Own'] });
    expect(runChecks({ tags: ['staticfiles'] })).toEqual([]);
    expect(find('x')).toBe('/own/x');
  });

  test.each<[Partial<Settings>, string]>([
    [
      { STATICFILES_DIRS: 'abc' as unknown as [] },
      '?: (staticfiles.E001) The STATICFILES_DIRS setting is not a tuple or list.\n\tHINT: Perhaps you forgot a trailing comma?',
    ],
    [
      { STATICFILES_DIRS: [['pre/', '/site/dir']] },
      "?: (staticfiles.E003) The prefix 'pre/' in the STATICFILES_DIRS setting must not end with a slash.",
    ],
    [
      { STATICFILES_DIRS: ['/site/dir'], STATIC_ROOT: '/site/dir/' },
      '?: (staticfiles.E002) The STATICFILES_DIRS setting should not contain the STATIC_ROOT setting.',
    ],
  ])('say what is wrong with %j', (settings, message) => {
    staticSite(settings);
    expect(runChecks({ tags: ['staticfiles'] }).map(String)).toEqual([message]);
  });
});

test.each<[Partial<Settings>, string]>([
  [
    { STATIC_URL: null },
    "You're using the staticfiles app without having set the required STATIC_URL setting.",
  ],
  [{ MEDIA_URL: '/static/' }, 'The MEDIA_URL and STATIC_URL settings must have different values'],
  [
    { MEDIA_URL: '/static/media/' },
    "runserver can't serve media if MEDIA_URL is within STATIC_URL.",
  ],
  [
    { MEDIA_ROOT: '/x', STATIC_ROOT: '/x' },
    'The MEDIA_ROOT and STATIC_ROOT settings must have different values',
  ],
])('settings have to make sense together: %j', (settings, message) => {
  expect(() => overrideSettings(settings, () => checkSettings())).toThrow(message);
});

import { beforeEach, describe, expect, test } from 'vitest';
import { freshSettings } from '#runtime/django/conf';
import { HttpResponse } from '#runtime/django/http';
import {
  include,
  NoReverseMatch,
  path,
  rePath,
  reverse,
  setScriptPrefix,
} from '#runtime/django/urls';

function article() {
  return new HttpResponse();
}

const polls = [
  path('', article, { name: 'index' }),
  path('<int:pk>/', article, { name: 'detail' }),
];

beforeEach(() => {
  freshSettings({
    ROOT_URLCONF: {
      urlpatterns: [
        path('articles/<int:year>/<slug:slug>/', article, { name: 'article' }),
        rePath('^old/(\\d{4})/([-\\w]+)/$', article, { name: 'old' }),
        rePath('^list/(?:page-(?P<page>\\d+)/)?$', article, { name: 'list' }),
        path('café/<str:word>/', article, { name: 'word' }),
        path('fixed/', article, { name: 'fixed', kwargs: { mode: 'x' } }),
        path('<int:site>/', include([path('plain/', article, { name: 'plain' })])),
        path('<slug:team>/polls/', include([polls, 'polls'])),
        path('other/', include([polls, 'polls'], 'other')),
        path('', article, { name: 'home' }),
      ],
    },
  });
});

describe('reverse', () => {
  test('fills a route from keyword or from positional arguments', () => {
    expect(reverse('article', { kwargs: { year: 2019, slug: 'x' } })).toBe('/articles/2019/x/');
    expect(reverse('article', { args: [2019, 'x'] })).toBe('/articles/2019/x/');
    expect(reverse('old', { args: ['2019', 'a-b'] })).toBe('/old/2019/a-b/');
    expect(reverse('home')).toBe('/');
  });

  test('fills in what an including route captures', () => {
    expect(reverse('plain', { kwargs: { site: 3 } })).toBe('/3/plain/');
  });

  test('leaves an optional group out or takes it in', () => {
    expect(reverse('list')).toBe('/list/');
    expect(reverse('list', { kwargs: { page: 2 } })).toBe('/list/page-2/');
  });

  test('escapes the address', () => {
    expect(reverse('word', { args: ['a b?é'] })).toBe('/caf%C3%A9/a%20b%3F%C3%A9/');
  });

  test('begins with the script prefix', () => {
    setScriptPrefix('/site');
    expect(reverse('home')).toBe('/site/');
  });

  test('does not mind an extra argument of its own value, and minds another', () => {
    expect(reverse('fixed', { kwargs: { mode: 'x' } })).toBe('/fixed/');
    expect(() => reverse('fixed', { kwargs: { mode: 'y' } })).toThrow(NoReverseMatch);
  });

  test('finds names within namespaces', () => {
    expect(reverse('other:detail', { args: [1] })).toBe('/other/1/');
    expect(reverse('polls:detail', { kwargs: { team: 'red', pk: 1 } })).toBe('/red/polls/1/');
    expect(reverse('polls:detail', { args: [1], currentApp: 'other' })).toBe('/other/1/');
  });

  test('says what it tried', () => {
    expect(() => reverse('article', { kwargs: { year: 'abc', slug: 'x' } })).toThrow(
      String.raw`Reverse for 'article' with keyword arguments '{'year': 'abc', 'slug': 'x'}' not found. 1 pattern(s) tried: ['articles/(?P<year>[0-9]+)/(?P<slug>[-a-zA-Z0-9_]+)/\\Z']`,
    );
    expect(() => reverse('old', { args: ['x'] })).toThrow(
      String.raw`Reverse for 'old' with arguments '('x',)' not found. 1 pattern(s) tried: ['old/(\\d{4})/([-\\w]+)/$']`,
    );
    expect(() => reverse('article')).toThrow("Reverse for 'article' with no arguments not found.");
    expect(() => reverse('nope')).toThrow(
      "Reverse for 'nope' not found. 'nope' is not a valid view function or pattern name.",
    );
    expect(() => reverse('nope:index')).toThrow("'nope' is not a registered namespace");
    expect(() => reverse('other:nope:index')).toThrow(
      "'nope' is not a registered namespace inside 'other'",
    );
  });
});

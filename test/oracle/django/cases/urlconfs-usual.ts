/**
 * URLconfs as people write them.
 *
 * @module
 */

import type { Entry, Include, Urlconfs } from './urlconfs.ts';

function list(name: string): Include {
  return { include: name, as: 'list' };
}

function module(name: string, namespace?: string): Include {
  return { include: name, as: 'module', ...(namespace !== undefined && { namespace }) };
}

const POLLS: Entry[] = [
  ['path', '', 'index', { name: 'index' }],
  ['path', '<int:pk>/', 'detail', { name: 'detail' }],
  ['path', '<int:pk>/results/', 'results', { name: 'results' }],
  ['re_path', '^vote/([0-9]+)/$', 'vote', { name: 'vote' }],
];

function flat(): Urlconfs {
  return {
    root: { patterns: [['path', '', 'home', { name: 'home' }]] },
    blog: {
      patterns: [
        ['path', '', 'index', { name: 'index' }],
        ['path', 'articles/', 'archive', { name: 'archive' }],
        ['path', 'articles/2003/', 'special', { name: 'special' }],
        ['path', 'articles/<int:year>/', 'year', { name: 'year' }],
        ['path', 'articles/<int:year>/<int:month>/', 'month', { name: 'month' }],
        ['path', 'articles/<int:year>/<int:month>/<slug:slug>/', 'article', { name: 'article' }],
        ['path', 'articles/<slug:tag>/', 'tag', { name: 'tag' }],
        ['path', 'feed.xml', 'feed', { name: 'feed' }],
      ],
    },
    converters: {
      patterns: [
        ['path', 'int/<int:value>/', 'integer', { name: 'int' }],
        ['path', 'str/<str:value>/', 'text', { name: 'str' }],
        ['path', 'bare/<value>/', 'text', { name: 'bare' }],
        ['path', 'slug/<slug:value>/', 'slug', { name: 'slug' }],
        ['path', 'uuid/<uuid:value>/', 'uuid', { name: 'uuid' }],
        ['path', 'path/<path:value>/end/', 'path', { name: 'path' }],
        ['path', 'path/<path:value>', 'path', { name: 'rest' }],
        ['path', '<int:a>-<slug:b>.<str:c>', 'mixed', { name: 'mixed' }],
        ['path', '<str:a><int:b>', 'glued', { name: 'glued' }],
      ],
    },
    custom: {
      patterns: [
        ['path', 'four/<four:value>/', 'four', { name: 'four' }],
        ['path', 'odd/<odd:value>/', 'odd', { name: 'odd' }],
        ['path', 'odd/<int:value>/', 'even', { name: 'even' }],
        ['path', 'hex/<hex:value>/', 'hex', { name: 'hex' }],
        ['path', 'any/<any:value>', 'any', { name: 'any' }],
        ['path', 'choice/<choice:value>/', 'choice', { name: 'choice' }],
        ['path', 'list/<list:value>/', 'list', { name: 'list' }],
        ['path', 'none/<none:value>/', 'none', { name: 'none' }],
        ['path', 'boom/<boom:value>/', 'boom', { name: 'boom' }],
        ['path', 'inner/<inner:value>/', 'inner', { name: 'inner' }],
      ],
    },
    regexes: {
      patterns: [
        ['re_path', '^$', 'index', { name: 'index' }],
        ['re_path', '^articles/(?P<year>[0-9]{4})/$', 'year', { name: 'year' }],
        [
          're_path',
          String.raw`^articles/(?P<year>\d{4})/(?P<slug>[-\w]+)/$`,
          'article',
          { name: 'article' },
        ],
        ['re_path', '^positional/([0-9]+)/([a-z]+)/$', 'positional', { name: 'positional' }],
        ['re_path', '^mixed/([0-9]+)/(?P<word>[a-z]+)/$', 'mixed', { name: 'mixed' }],
        ['re_path', '^optional/(?:page-(?P<page>[0-9]+)/)?$', 'optional', { name: 'optional' }],
        ['re_path', '^nested/(page-([0-9]+)/)?$', 'nested', { name: 'nested' }],
        ['re_path', '^maybe/(?P<a>a)?(?P<b>b)?/$', 'maybe', { name: 'maybe' }],
        ['re_path', 'anywhere/(?P<x>[0-9]+)', 'anywhere', { name: 'anywhere' }],
        ['re_path', '^open/', 'open', { name: 'open' }],
        ['re_path', String.raw`^end/\Z`, 'end', { name: 'end' }],
        ['re_path', '^(?P<lang>en|de)/', 'language', { name: 'language' }],
      ],
    },
    names: {
      patterns: [
        ['path', 'a/<int:x>/', 'one', { name: 'same' }],
        ['path', 'b/<str:x>/', 'two', { name: 'same' }],
        ['path', 'c/', 'three', { name: 'same' }],
        ['path', 'd/<int:x>/<int:y>/', 'four', { name: 'same' }],
        ['path', 'e/<int:y>/', 'five', { name: 'same' }],
        ['path', 'views.one/', 'six', { name: 'views.one' }],
        ['path', 'colon/', 'seven', { name: 'a:b' }],
        ['path', 'nameless/<int:x>/', 'one'],
        ['path', 'nameless/', 'eight'],
      ],
    },
    defaults: {
      patterns: [
        ['path', 'a/', 'one', { name: 'page', kwargs: [['page', 1]] }],
        ['path', 'a/<int:page>/', 'one', { name: 'page' }],
        ['path', 'b/<int:page>/', 'two', { name: 'fixed', kwargs: [['page', 7]] }],
        [
          'path',
          'c/<slug:s>/',
          'three',
          {
            name: 'more',
            kwargs: [
              ['extra', 'x'],
              ['flag', true],
            ],
          },
        ],
        ['re_path', '^d/(?P<page>[0-9]+)?/?$', 'four', { name: 'late', kwargs: [['page', '3']] }],
        ['re_path', '^e/([0-9]+)/$', 'five', { name: 'positional', kwargs: [['extra', null]] }],
      ],
    },
    many: {
      patterns: Array.from({ length: 24 }, (_, at): Entry => {
        const routes = [`section-${at}/`, `section-${at}/<int:pk>/`, `<slug:s>/section-${at}/`];
        return ['path', routes[at % 3] ?? '', `view${at}`, { name: `n${at}` }];
      }),
    },
  };
}

function nested(): Urlconfs {
  return {
    'polls of a project': { app_name: 'polls', patterns: POLLS },
    'plain of a project': { patterns: POLLS },
    'account of a project': {
      patterns: [
        ['path', '', 'account', { name: 'account' }],
        ['path', 'edit/', 'edit', { name: 'edit' }],
        ['re_path', '^log/([0-9]+)/$', 'log', { name: 'log' }],
      ],
    },
    'shop of a project': {
      app_name: 'shop',
      patterns: [
        ['path', '', 'shop', { name: 'index' }],
        ['path', 'polls/', module('polls of a project', 'inner')],
        ['path', '<slug:category>/', list('account of a project'), { kwargs: [['shop', true]] }],
      ],
    },
    included: {
      patterns: [
        ['path', 'polls/', list('plain of a project')],
        ['path', 'users/<slug:user>/', list('account of a project')],
        [
          'path',
          'users/<int:user>/pages/',
          list('plain of a project'),
          { kwargs: [['kind', 'page']] },
        ],
        ['re_path', '^old/(?P<pk>[0-9]+)/', list('plain of a project')],
        ['re_path', '^first/([a-z]+)/', list('plain of a project')],
        ['path', '', list('account of a project')],
        ['path', 'polls/', 'never', { name: 'never' }],
      ],
    },
    namespaces: {
      patterns: [
        ['path', 'polls/', module('polls of a project')],
        ['path', 'more-polls/', module('polls of a project', 'more')],
        ['path', 'other/<int:site>/', module('polls of a project', 'other')],
        ['path', 'pairs/', { include: 'plain of a project', as: 'pair', namespace: 'paired' }],
        ['path', 'shop/<slug:shop>/', module('shop of a project')],
        ['path', 'second/', module('shop of a project', 'second')],
        ['re_path', '^regex/(?P<n>[0-9]+)/', module('polls of a project', 'regex')],
        ['path', '', list('account of a project')],
      ],
    },
    deep: {
      patterns: [
        ['path', 'one/', { include: 'level 2 of deep', as: 'module', namespace: 'uno' }],
        ['path', '<int:a>/', { include: 'level 2 of deep', as: 'module' }],
      ],
    },
    'level 2 of deep': {
      app_name: 'two',
      patterns: [
        ['path', 'two/<str:b>/', { include: 'level 3 of deep', as: 'pair', namespace: 'three' }],
        ['path', 'two/', list('level 3 of deep')],
      ],
    },
    'level 3 of deep': {
      patterns: [
        ['re_path', '^three/(?P<c>[a-z]+)', module('polls of a project', 'four')],
        ['path', 'three/', list('account of a project')],
        ['path', '', 'bottom', { name: 'bottom' }],
      ],
    },
    'shared list': {
      patterns: [
        ['path', '<int:a>/', list('namespaced of shared')],
        ['path', '<str:a>/', list('namespaced of shared')],
        ['path', 'x/<slug:b>/<int:a>/', list('namespaced of shared')],
      ],
    },
    'namespaced of shared': {
      patterns: [
        ['path', 'p/', module('polls of a project', 'p')],
        ['path', 'end/', 'end', { name: 'end' }],
      ],
    },
  };
}

/** URLconfs as people write them, by name. */
export function usualUrlconfs(): Urlconfs {
  return { ...flat(), ...nested() };
}

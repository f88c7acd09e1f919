/**
 * URLconfs that go wrong, or that make Django's own reading of expressions go wrong.
 *
 * @module
 */

import type { Entry, Urlconfs } from './urlconfs.ts';

const { raw } = String;

/** URLconfs that cannot be read, or of which nothing can be reversed. */
export function brokenUrlconfs(): Urlconfs {
  return {
    empty: { patterns: [] },
    missing: { patterns: null },
    'with missing': {
      patterns: [
        ['path', 'x/', { include: 'missing', as: 'module' }],
        ['path', '', 'v'],
      ],
    },
    'unknown converter': {
      patterns: [
        ['path', 'a/', 'v'],
        ['path', '<no:x>/', 'v'],
      ],
    },
    'bad parameter': { patterns: [['path', "<int:1x>/it's/", 'v']] },
    'spaced parameter': { patterns: [['path', '<int: x>/< y >/<int:z >/', 'v', { name: 'v' }]] },
    'namespace alone': {
      patterns: [['path', 'x/', { include: 'empty', as: 'list', namespace: 'n' }]],
    },
    'bad expressions': {
      patterns: [
        ['re_path', '^good/$', 'v', { name: 'good' }],
        ['re_path', '^(unclosed', 'v', { name: 'bad' }],
        ['re_path', '^late/$', 'v', { name: 'late' }],
      ],
    },
    'one parameter twice': {
      patterns: [
        ['path', 'ok/', 'v', { name: 'ok' }],
        ['path', '<x>/<x>/', 'v'],
      ],
    },
    ...Object.fromEntries(
      UNREVERSIBLE.map((expression, at) => [`unreversible ${at + 1}`, unreversible(expression)]),
    ),
  };
}

/** What `normalize` makes of these is its own affair. */
const EXPRESSIONS = [
  raw`^a\.b\-c/\d/\w/\s/\D/\S/\W/$`,
  '^x(?P<a>[0-9])*y$',
  '^x(?P<a>[0-9])+y(?P<b>b){0}$',
  '^(?:(?P<a>a)?)?end$',
  '^(?:x(?P<a>a)y)?z(?:w)*$',
  '^rep(?P<a>a){2}(?:b){3}c{2,}$',
  '^class[abc][^/][-x]+/$',
  raw`^after\+?\.html$`,
  raw`^a*\(b$`,
  raw`^lazy+?\?x??$`,
  '^(?P<a>[()])/(?P<b>x)$',
  raw`^(\(x)y(z)$`,
  '^()empty(x)$',
  '^look(?=ahead)(?!x)(?:ahead)(?<=d)$',
  '^(?P<a>[0-9]+)-(?P=a)/$',
  '^one|two/$',
  '^dot.any/.*$',
  raw`^word\b/\Aend\Z`,
  raw`\$money/\^hat$`,
  '^before$after$',
];

const UNREVERSIBLE = [
  '^(?i)flags/$',
  '(?i)^flags/$',
  '^(?#comment)x/$',
  '^(?i:scoped)/$',
  '^(?=first)*x/$',
  '^brace{a}/$',
  '^upto{,3}/$',
];

function unreversible(expression: string): { patterns: Entry[] } {
  return {
    patterns: [
      ['path', 'good/', 'good', { name: 'good' }],
      ['re_path', expression, 'bad', { name: 'bad' }],
    ],
  };
}

function odd(): Urlconfs {
  return {
    'odd routes': {
      patterns: [
        ['path', '/leading/', 'a', { name: 'leading' }],
        ['path', 'double//slash/', 'b', { name: 'double' }],
        ['path', 'a b/', 'c', { name: 'space' }],
        ['path', 'é/<str:ü>/', 'd', { name: 'unicode' }],
        ['path', '^caret$/', 'e', { name: 'caret' }],
        ['path', '(?P<not>x)/', 'f', { name: 'group' }],
        ['path', 'q?a=1&b=<int:b>', 'g', { name: 'query' }],
        ['path', '<b', 'h', { name: 'open' }],
        ['path', '<>/', 'i', { name: 'none' }],
        ['path', '<int:>/', 'j', { name: 'nameless' }],
        ['path', '.*+[]{}|\\~#/', 'k', { name: 'special' }],
        ['path', '😀/', 'l', { name: 'emoji' }],
        ['path', 'line\nend', 'm', { name: 'line' }],
        ['path', '//evil.test/', 'n', { name: 'evil' }],
        ['path', '<path:p>', 'o', { name: 'all' }],
      ],
    },
    percents: {
      patterns: [
        ['path', '100%/', 'a', { name: 'plain' }],
        ['path', 'a%%b/<int:x>/', 'b', { name: 'double' }],
        ['path', '%s/<int:x>/', 'c', { name: 'text' }],
        ['path', '%(x)s/<int:x>/', 'd', { name: 'named' }],
        ['path', '%(y)s/', 'e', { name: 'missing' }],
        ['path', '%20y/', 'f', { name: 'escape' }],
        ['path', 'end%', 'g', { name: 'end' }],
        ['path', '%d/', 'h', { name: 'number' }],
        ['path', '<str:x>%/', 'i', { name: 'after' }],
      ],
    },
    normalize: {
      patterns: EXPRESSIONS.map((expression, at): Entry => [
        're_path',
        expression,
        `v${at}`,
        { name: `n${at}` },
      ]),
    },
    'odd includes': {
      patterns: [
        ['re_path', '^dollar$', { include: 'leaves of odd', as: 'list' }],
        ['re_path', 'nocaret/', { include: 'leaves of odd', as: 'list' }],
        ['re_path', '^(?P<lang>[a-z]{2}(?:-[a-z]{2})?)/', { include: 'leaves of odd', as: 'list' }],
        ['re_path', '^([0-9]+)/(?:x/)?', { include: 'leaves of odd', as: 'list' }],
        ['path', '<path:p>/in/', { include: 'leaves of odd', as: 'list' }],
        ['path', '<str:s>', { include: 'leaves of odd', as: 'list' }],
        ['re_path', '', { include: 'leaves of odd', as: 'list' }],
      ],
    },
    'leaves of odd': {
      patterns: [
        ['path', '', 'leaf', { name: 'leaf' }],
        ['re_path', '^(?P<lang>[a-z]+)/$', 'lang', { name: 'lang' }],
        ['re_path', '([a-z]+)-$', 'inner', { name: 'inner' }],
        ['re_path', '^$', 'never', { name: 'never' }],
        ['path', '/', 'slash', { name: 'slash' }],
      ],
    },
    repeats: {
      patterns: [
        ['re_path', '^(?:(?P<a>a)|b)+/$', 'kept', { name: 'kept' }],
        ['re_path', '^(?:([0-9])-)*/$', 'last', { name: 'last' }],
        ['re_path', '^(?P<x>x+)(?P<y>x*)/$', 'greedy', { name: 'greedy' }],
        ['re_path', '^(?P<x>y+?)(?P<y>y*)/$', 'lazy', { name: 'lazy' }],
        ['re_path', '^(?P<n>[0-9]+?)(?P<m>[0-9]*)$', 'whole', { name: 'whole' }],
        ['re_path', raw`^\w+\s\d+$`, 'classes', { name: 'classes' }],
        ['path', '(?i)case/<str:w>/', 'case'],
        ['re_path', '^(?:case|CASE|ca.e)/(?P<w>[^/]+)/$', 'case'],
      ],
    },
  };
}

/** URLconfs that go wrong, by name. */
export function hostileUrlconfs(): Urlconfs {
  return { ...brokenUrlconfs(), ...odd() };
}

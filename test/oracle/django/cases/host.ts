/**
 * Cases of hosts: which names are hosts at all, which of them a site answers to, and what the
 * addresses of a request are by the word of its environ, its proxies and its attackers.
 *
 * @module
 */

import { Random } from '../../cases/random.ts';
import type { Case, Json } from '../../model.ts';
import { calls, callsWith } from './calls.ts';

const HOSTS = [
  'example.com',
  'EXAMPLE.Com:8000',
  'example.com.',
  'example.com.:80',
  'example.com..',
  '.example.com',
  '-.-',
  '...',
  '.',
  '',
  ':80',
  'example.com:',
  'example.com:80:90',
  'example.com:port',
  'example.com:٨٠',
  'example.com:99999999999999999999',
  '127.0.0.1',
  '127.0.0.1:8000',
  '[::1]',
  '[::1]:8000',
  '[::1]:',
  '[::1',
  '::1',
  '[::1].:80',
  '[:]',
  '[::ffff:169.254.169.254]',
  '[1::dead:BEEF]:80',
  '[12:34::5%eth0]',
  '[]',
  '[.]',
  'é.test',
  'xn--9ca.test',
  'K.test',
  'ſ.test',
  'exa mple.com',
  ' example.com',
  'example.com\n',
  'example.com:80\n',
  'example.com\r\nX-Evil: 1',
  'example.com/path',
  'example.com?',
  'example.com#@evil.test',
  'user:pass@example.com:80',
  'example.com@evil.test',
  'evil.test#example.com',
  'exam_ple.com',
  'example.com,evil.test',
  'example.com:80,evil.test',
  '<script>',
  "it's.test",
  '\0',
  'example.com\0.evil.test',
];

const PATTERNS: Json[][] = [
  [],
  ['*'],
  ['example.com'],
  ['.example.com'],
  ['EXAMPLE.com', ''],
  ['.'],
  ['[::1]', '127.0.0.1'],
  ['*.example.com'],
];

const ASKED = ['example.com', 'www.example.com', 'evilexample.com', '', '.example.com', '[::1]'];

function validityCases(): Case[] {
  return [
    ...calls('split_domain_port', HOSTS),
    ...callsWith(
      'validate_host',
      ASKED.flatMap((host) => PATTERNS.map((patterns) => [host, patterns])),
    ),
  ];
}

const LOOKS: Json[] = [['get_host'], ['get_port'], ['is_secure'], ['build_absolute_uri']];

function headerCases(): Case[] {
  const allowed: Json[][] = [['.example.com', '127.0.0.1', '[::1]'], ['*']];
  const hosts = HOSTS.filter((_, index) => index % 2 === 0);
  return hosts.map((host, index) => ({
    id: `header/${index + 1}`,
    environ: [['HTTP_HOST', host]],
    settings: { ALLOWED_HOSTS: allowed[index % 2] ?? [] },
    steps: LOOKS,
  }));
}

const LOCATIONS = [
  '',
  '/',
  '/x/?a=1#b',
  'x',
  '?a=é',
  '#top',
  '.',
  '..',
  './x/../y',
  '../../../up',
  '/a/./b',
  '/a/../b/../../c',
  '/a/..',
  '/.../x',
  '//other.test/x',
  '///x',
  '////x',
  '//other.test',
  '//',
  '//?q',
  'http://other.test/é?ü#ß',
  'HTTP://Other.Test/A',
  'http:x',
  'http:/x',
  'http://',
  'http:///x',
  'https:x/y',
  'mailto:a@b.test',
  'javascript:alert(1)',
  '1http://x',
  'x:y/z',
  '/x:y',
  'x//y//z',
  ';p=1',
  'x;p=1?q;r',
  '/a b\\c',
  'a\tb\r\nc',
  '/é/%C3%A9/%zz',
  'http://[::1]:80/x',
  'http://[::1/x',
  'http://u:p@h.test:80/../x',
  '//\u2100.test/',
  '/\ud800',
];

function locationCases(): Case[] {
  return LOCATIONS.map((location, index) => ({
    id: `location/${index + 1}`,
    environ: [
      ['HTTP_HOST', 'example.com:8000'],
      ['SCRIPT_NAME', '/app'],
      ['PATH_INFO', '/a/b/c.html'],
      ['QUERY_STRING', 'q=1'],
      ['wsgi.url_scheme', index % 3 === 0 ? 'https' : 'http'],
    ],
    settings: { ALLOWED_HOSTS: ['*'] },
    steps: [['build_absolute_uri', location]],
  }));
}

const PATHS: [script: string, path: string, query: string][] = [
  ['', '', ''],
  ['', '/', 'a=1'],
  ['/', '/x', ''],
  ['/app/', '//x', ''],
  ['/app', '', ''],
  ['', '//evil.test/', 'a b'],
  ['', '/..//x/', '?'],
  ['', '/\xc3\xa9/', '\xc3\xa9=\xe9'],
  ['/\xc3\xa9', '/\xff%', '"<>'],
  ['', '/a;b=c,d/?#/', '%zz'],
  ['/a b', 'x', 'x=%20&y'],
  ['\xff', '/', ''],
  ['/\xe2\x82', '/', ''],
  ['', '/\u0100', ''],
];

function pathCases(): Case[] {
  return PATHS.map(([script, path, query], index) => ({
    id: `path/${index + 1}`,
    environ: [
      ['SCRIPT_NAME', script],
      ['PATH_INFO', path],
      ['QUERY_STRING', query],
    ],
    settings: { ALLOWED_HOSTS: ['*'] },
    steps: [
      ['get_full_path'],
      ['get_full_path', true],
      ['get_full_path_info'],
      ['get_full_path_info', true],
      ['build_absolute_uri'],
      ['repr'],
    ],
  }));
}

function scriptCases(): Case[] {
  const environs: [string, string][][] = [
    [
      ['SCRIPT_URL', '/app/x/'],
      ['PATH_INFO', '/x/'],
    ],
    [
      ['REDIRECT_URL', '/app//x/'],
      ['PATH_INFO', '/x/'],
    ],
    [
      ['SCRIPT_URL', '/app'],
      ['PATH_INFO', ''],
    ],
    [
      ['SCRIPT_URL', ''],
      ['REDIRECT_URL', '/r/x'],
      ['PATH_INFO', '/x'],
    ],
    [
      ['SCRIPT_URL', '/\xc3\xa9/x'],
      ['PATH_INFO', '/x'],
    ],
  ];
  const forced: Json[] = [null, '', '/forced/'];
  return environs.flatMap((environ, at) =>
    forced.map((name, index) => ({
      id: `script/${at + 1}-${index + 1}`,
      environ: [['SCRIPT_NAME', '/s'], ...environ],
      settings: { FORCE_SCRIPT_NAME: name, ALLOWED_HOSTS: ['*'] },
      steps: [['get_full_path'], ['build_absolute_uri', 'y']],
    })),
  );
}

function walkCases(count: number): Case[] {
  const random = new Random(1034);
  const headers: [string, Json[]][] = [
    ['HTTP_HOST', ['example.com', 'www.example.com:81', 'evil.test', '[::1]:8000', 'bad host']],
    ['HTTP_X_FORWARDED_HOST', ['proxied.test', 'example.com', 'a.test, b.test', '']],
    ['HTTP_X_FORWARDED_PORT', ['443', '8443', '', 'x']],
    ['HTTP_X_FORWARDED_PROTO', ['https', 'http', 'HTTPS', '']],
    ['SERVER_NAME', ['server.test', 'localhost', '::1']],
    ['SERVER_PORT', ['80', '443', '8000', 80, '']],
    ['wsgi.url_scheme', ['http', 'https']],
    ['HTTP_X_REQUESTED_WITH', ['XMLHttpRequest', 'xmlhttprequest']],
  ];
  const settings: [string, Json[]][] = [
    ['ALLOWED_HOSTS', [[], ['*'], ['.example.com', 'server.test'], ['localhost', 'proxied.test']]],
    ['DEBUG', [true, false]],
    ['USE_X_FORWARDED_HOST', [true, false]],
    ['USE_X_FORWARDED_PORT', [true, false]],
    [
      'SECURE_PROXY_SSL_HEADER',
      [
        null,
        { tuple: ['HTTP_X_FORWARDED_PROTO', 'https'] },
        { tuple: ['HTTP_X_FORWARDED_PROTO'] },
        { tuple: [] },
      ],
    ],
  ];
  const drawn = (options: [string, Json[]][]): [string, Json][] =>
    options.flatMap(([name, values]): [string, Json][] =>
      random.once(4) ? [] : [[name, random.pick(values)]],
    );
  return Array.from({ length: count }, (_, index) => ({
    id: `walk/${index + 1}`,
    environ: drawn(headers),
    settings: Object.fromEntries(drawn(settings)),
    steps: [...LOOKS, ['scheme'], ['is_ajax']],
  }));
}

/** The 300 cases of suite django-host. */
export function hostCases(): Case[] {
  const listed = [
    ...validityCases(),
    ...headerCases(),
    ...locationCases(),
    ...pathCases(),
    ...scriptCases(),
  ];
  return [...listed, ...walkCases(300 - listed.length)];
}

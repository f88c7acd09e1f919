import { describe, expect, it } from 'vitest';

import { IndexError, KeyError } from '#runtime/builtins';
import { BytesIO, StringIO } from '#runtime/io';
import { createEnviron } from '#runtime/wsgiref/environ';
import type { PartialEnviron } from '#runtime/wsgiref/types';
import {
  applicationUri,
  FileWrapper,
  guessScheme,
  isHopByHop,
  requestUri,
  setupTestingDefaults,
  shiftPathInfo,
} from '#runtime/wsgiref/util';

function environWith(given: Record<string, unknown>): PartialEnviron {
  const environ = createEnviron(given as PartialEnviron);
  setupTestingDefaults(environ);
  return environ;
}

describe('shiftPathInfo', () => {
  it.each([
    ['', '/', '', '/', ''],
    ['', '/x', 'x', '/x', ''],
    ['/', '', null, '/', ''],
    ['/', '/', '', '/', ''],
    ['/a', '/x/y', 'x', '/a/x', '/y'],
    ['/a', '/x/', 'x', '/a/x', '/'],
    ['/a/b', '/../y', '..', '/a', '/y'],
    ['', '/../y', '..', '', '/y'],
    ['/a/b', '//y', 'y', '/a/b/y', ''],
    ['/a/b', '//y/', 'y', '/a/b/y', '/'],
    ['/a/b', '/./y', 'y', '/a/b/y', ''],
    ['/a/b', '/./y/', 'y', '/a/b/y', '/'],
    ['/a/b', '///./..//y/.//', '..', '/a', '/y/'],
    ['/a/b', '///', '', '/a/b/', ''],
    ['/a/b', '/.//', '', '/a/b/', ''],
    ['/a/b', '/x//', 'x', '/a/b/x', '/'],
    ['/a/b', '/.', null, '/a/b', ''],
  ])('takes from %j and %j the segment %j', (script, path, name, scriptAfter, pathAfter) => {
    const environ = environWith({ SCRIPT_NAME: script, PATH_INFO: path });
    expect(shiftPathInfo(environ)).toBe(name);
    expect(environ.SCRIPT_NAME).toBe(scriptAfter);
    expect(environ.PATH_INFO).toBe(pathAfter);
  });

  it('fails on a path without a slash, as indexing a list does in Python', () => {
    expect(() => shiftPathInfo({ PATH_INFO: 'x' })).toThrow(IndexError);
  });
});

describe('requestUri', () => {
  it('names the missing scheme even where the path cannot be quoted either', () => {
    expect(() => requestUri({ PATH_INFO: '/€' })).toThrow(new KeyError('wsgi.url_scheme'));
  });
});

describe('setupTestingDefaults', () => {
  it.each([
    ['SERVER_NAME', '127.0.0.1'],
    ['SERVER_PORT', '80'],
    ['SERVER_PROTOCOL', 'HTTP/1.0'],
    ['HTTP_HOST', '127.0.0.1'],
    ['REQUEST_METHOD', 'GET'],
    ['SCRIPT_NAME', ''],
    ['PATH_INFO', '/'],
    ['wsgi.version', [1, 0]],
    ['wsgi.run_once', 0],
    ['wsgi.multithread', 0],
    ['wsgi.multiprocess', 0],
    ['wsgi.url_scheme', 'http'],
  ])('sets %s where it is missing and leaves it where it is not', (key, value) => {
    expect(environWith({})[key]).toEqual(value);
    expect(environWith({ [key]: 'mine' })[key]).toBe('mine');
  });

  it('makes streams to read from and to report to', () => {
    const environ = environWith({});
    expect(environ['wsgi.input']).toBeInstanceOf(BytesIO);
    expect(environ['wsgi.errors']).toBeInstanceOf(StringIO);
  });

  it.each([
    ['HTTP_HOST', 'foo.bar', { SERVER_NAME: 'foo.bar' }],
    ['wsgi.url_scheme', 'https', { HTTPS: 'on' }],
    ['wsgi.url_scheme', 'https', { HTTPS: '1' }],
    ['wsgi.url_scheme', 'https', { HTTPS: 'yes' }],
    ['wsgi.url_scheme', 'http', { HTTPS: 'foo' }],
    ['SERVER_PORT', '80', { HTTPS: 'foo' }],
    ['SERVER_PORT', '443', { HTTPS: 'on' }],
  ])('derives %s = %s from %j', (key, value, given) => {
    expect(environWith(given)[key]).toBe(value);
  });
});

describe('guessScheme', () => {
  it('trusts HTTPS only where it says on, yes or 1', () => {
    expect(guessScheme({})).toBe('http');
    expect(['foo', 'on', 'yes', '1'].map((HTTPS) => guessScheme({ HTTPS }))).toEqual([
      'http',
      'https',
      'https',
      'https',
    ]);
  });
});

describe('applicationUri', () => {
  it.each([
    ['http://127.0.0.1/', {}],
    ['http://127.0.0.1/spam', { SCRIPT_NAME: '/spam' }],
    ['http://127.0.0.1/sp%E4m', { SCRIPT_NAME: '/sp\u00e4m' }],
    ['http://spam.example.com:2071/', { HTTP_HOST: 'spam.example.com:2071', SERVER_PORT: '2071' }],
    ['http://spam.example.com/', { SERVER_NAME: 'spam.example.com' }],
    ['http://127.0.0.1/', { HTTP_HOST: '127.0.0.1', SERVER_NAME: 'spam.example.com' }],
    ['https://127.0.0.1/', { HTTPS: 'on' }],
    ['http://127.0.0.1:8000/', { SERVER_PORT: '8000', HTTP_HOST: null }],
  ])('gives %s for %j', (uri, given) => {
    expect(applicationUri(environWith(given))).toBe(uri);
  });

  it('names the key that is missing', () => {
    expect(() => applicationUri({})).toThrow(KeyError);
    expect(() => applicationUri({})).toThrow("'wsgi.url_scheme'");
  });
});

describe('requestUri', () => {
  const mounted = { SCRIPT_NAME: '/spammity', PATH_INFO: '/spam' };

  it.each([
    ['http://127.0.0.1/', {}],
    ['http://127.0.0.1/spam', { SCRIPT_NAME: '/spam' }],
    ['http://127.0.0.1/spammity/spam', mounted],
    ['http://127.0.0.1/spammity/sp%E4m', { ...mounted, PATH_INFO: '/sp\u00e4m' }],
    ['http://127.0.0.1/spammity/spam;ham', { ...mounted, PATH_INFO: '/spam;ham' }],
    [
      'http://127.0.0.1/spammity/spam;cookie=1234,5678',
      { ...mounted, PATH_INFO: '/spam;cookie=1234,5678' },
    ],
    ['http://127.0.0.1/spammity/spam?say=ni', { ...mounted, QUERY_STRING: 'say=ni' }],
    ['http://127.0.0.1/spammity/spam?s%E4y=ni', { ...mounted, QUERY_STRING: 's%E4y=ni' }],
  ])('gives %s for %j', (uri, given) => {
    expect(requestUri(environWith(given))).toBe(uri);
  });

  it('leaves the query out when told so', () => {
    const environ = environWith({ ...mounted, QUERY_STRING: 'say=ni' });
    expect(requestUri(environ, false)).toBe('http://127.0.0.1/spammity/spam');
  });
});

describe('FileWrapper', () => {
  it('gives blocks until the file is at its end, and leaves it open', () => {
    const file = new StringIO('xyz'.repeat(50));
    const wrapper = new FileWrapper(file, 120);
    expect([...wrapper]).toEqual(['xyz'.repeat(40), 'xyz'.repeat(10)]);
    expect(file.closed).toBe(false);
    wrapper.close?.();
    expect(file.closed).toBe(true);
  });

  it('is its own iterator and has close only where the file has', () => {
    const wrapper = new FileWrapper({ read: () => new Uint8Array(0) });
    expect(wrapper[Symbol.iterator]()).toBe(wrapper);
    expect('close' in wrapper).toBe(false);
  });
});

describe('isHopByHop', () => {
  const names =
    'Connection Keep-Alive Proxy-Authenticate Proxy-Authorization TE Trailers Transfer-Encoding Upgrade';

  it.each(names.split(' '))('knows %s in any case', (name) => {
    for (const alternative of [name, name.toUpperCase(), name.toLowerCase()]) {
      expect(isHopByHop(alternative)).toBe(true);
    }
  });

  it.each('Accept Cache-Control Date Pragma Trailer Via Warning'.split(' '))(
    'lets %s pass',
    (name) => {
      expect(isHopByHop(name)).toBe(false);
      expect(isHopByHop(name.toLowerCase())).toBe(false);
    },
  );
});

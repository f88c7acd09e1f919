/**
 * Requests as bytes, answered by the server's request handler.
 *
 * @module
 */

import type { Case, Json } from '../model.ts';
import { application, generator, list, served, START, type StepJson } from './describe.ts';

const SHOWN = [
  'REQUEST_METHOD',
  'SCRIPT_NAME',
  'PATH_INFO',
  'QUERY_STRING',
  'CONTENT_TYPE',
  'CONTENT_LENGTH',
  'SERVER_PROTOCOL',
  'SERVER_NAME',
  'SERVER_PORT',
  'REMOTE_ADDR',
  'REMOTE_HOST',
  'GATEWAY_INTERFACE',
  'SERVER_SOFTWARE',
  'HTTP_HOST',
  'HTTP_A',
  'HTTP_X_UNDER',
  'wsgi.multithread',
];
const TARGETS = [
  '/',
  '/a',
  '/a/b/',
  '/a?b=c',
  '/a?',
  '/?',
  '/a?b?c',
  '//a',
  '///a?b',
  '/%61',
  '/%c3%a9',
  '/%zz',
  '/%',
  '/a%2Fb',
  '/a%20b',
  '/a+b',
  '/a%3Fb?c',
  '*',
  'http://h.test/p?q',
  '/a;b=c',
  '/%00',
  '/a#b',
  '/%E2%82%AC?%E2%82%AC',
  '/..//.',
  'a',
];
const HEADERS = [
  '',
  'A: b',
  'A:b',
  'A:   b  ',
  'a: b',
  'A: b\r\nA: c',
  'A: b\r\na: c\r\nA: d',
  'A:',
  'X-Under: 1',
  'X_Under: 1\r\nX-Under: 2',
  'Content-Type: text/html',
  'Content-Type:',
  'content-type: a\r\nContent-Type: b',
  'Content-Length: 0',
  'Server-Name: evil',
  'Remote-Addr: evil',
  'Script-Name: /x',
  'Path-Info: /x',
  'Query-String: x',
  'Cookie: a=1\r\nCookie: b=2',
  'Host: h.test:81',
  'A: \xe9',
  'HTTP_A: x',
  'Connection: keep-alive',
  'Transfer-Encoding: chunked',
];

const SHOW: Json = application([...SHOWN.map((key): StepJson => ['show', key]), START], list('ok'));

/** Targets, headers, methods, bodies, versions, and applications that fail. */
export function requestCases(): Case[] {
  const targets = TARGETS.map((target, index) =>
    served(`request/target-${index + 1}`, `GET ${target} HTTP/1.0\r\n\r\n`, SHOW),
  );
  const headers = HEADERS.map((lines, index) =>
    served(
      `request/headers-${index + 1}`,
      `GET / HTTP/1.1\r\n${lines && `${lines}\r\n`}\r\n`,
      SHOW,
    ),
  );
  const methods = ['GET', 'HEAD', 'POST', 'PUT', 'OPTIONS', 'get', 'BREW'].map((method) =>
    served(
      `request/${method}`,
      `${method} /m HTTP/1.0\r\n\r\n`,
      application([['show', 'REQUEST_METHOD'], START], list('ab')),
    ),
  );
  const versions = ['HTTP/1.0', 'HTTP/1.1', 'HTTP/1.2', 'HTTP/2.0', 'HTTP/3.0'].map((version) =>
    served(`request/${version}`, `GET /v ${version}\r\n\r\n`, SHOW),
  );
  const post = 'POST /p HTTP/1.0\r\nContent-Type: text/x\r\nContent-Length: 7\r\n\r\nab\ncd\ne';
  const get = 'GET /g HTTP/1.0\r\n\r\n';
  return [
    ...targets,
    ...headers,
    ...methods,
    ...versions,
    served(
      'request/body by length',
      post,
      application([['show', 'CONTENT_LENGTH'], ['read', 'read', 7], START], list('ab')),
    ),
    served(
      'request/body by lines',
      post,
      application([['read', 'readline'], ['read', 'readlines'], START], list('ab')),
    ),
    served('request/old', 'GET /old\r\n', application([START], list('ab'))),
    served('request/long line', `GET /${'x'.repeat(65_600)} HTTP/1.0\r\n\r\n`, SHOW),
    served('request/many headers', `GET / HTTP/1.0\r\n${'A: b\r\n'.repeat(101)}\r\n`, SHOW),
    served(
      'request/fails before start',
      get,
      application([['raise', 'ValueError', 'x']], list('a')),
    ),
    served(
      'request/fails after start',
      get,
      application([START, ['raise', 'KeyError', 'x']], list('a')),
    ),
    served(
      'request/fails after a block',
      get,
      application([START], generator(['yield', 'abc'], ['raise', 'ValueError', 'x'])),
    ),
    served(
      'request/client gone',
      get,
      application([START], generator(['raise', 'BrokenPipeError', 'x'])),
    ),
    served('request/environ cleared', get, application([['clear'], START], list('a'))),
    served('request/never started', get, application([], list())),
    served(
      'request/logs',
      get,
      application([['log', 'note\n'], START], generator(['log', 'more\n'], ['yield', 'a'])),
    ),
  ];
}

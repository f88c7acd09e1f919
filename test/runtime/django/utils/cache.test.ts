import { beforeEach, describe, expect, test } from 'vitest';
import { freshSettings } from '#runtime/django/conf';
import { HttpResponse, HttpResponseNotFound, StreamingHttpResponse } from '#runtime/django/http';
import {
  addNeverCacheHeaders,
  getConditionalResponse,
  getMaxAge,
  hasVaryHeader,
  patchCacheControl,
  patchResponseHeaders,
  patchVaryHeaders,
  setResponseEtag,
} from '#runtime/django/utils/cache';
import { setClock } from '#runtime/time';
import type { PartialEnviron } from '#runtime/wsgiref/types';
import { makeRequest } from '../request.ts';
import { cookiesOf, headersOf, recordLog } from '../shown.ts';

const MAY_1 = 1_556_668_800;
const DAY = 'Wed, 01 May 2019 00:00:00 GMT';
const DAY_BEFORE = 'Tue, 30 Apr 2019 00:00:00 GMT';

function responseWith(headers: Record<string, string>): HttpResponse {
  const response = new HttpResponse('body');
  for (const [name, value] of Object.entries(headers)) response.set(name, value);
  return response;
}

beforeEach(() => {
  freshSettings();
  setClock(() => MAY_1);
});

describe('Cache-Control', () => {
  test.each([
    ['', { private: true }, 'private'],
    ['private', { public: true }, 'public'],
    ['Public, max-age=60', { private: true, maxAge: 30 }, 'max-age=30, private'],
    ['max-age=10', { maxAge: 30 }, 'max-age=10'],
    ['max-age', { maxAge: 30 }, 'max-age=1'],
    [
      'no-cache="Set-Cookie" ,  MAX-AGE=5',
      { mustRevalidate: true, sMaxage: 3 },
      'no-cache="Set-Cookie", max-age=5, must-revalidate, s-maxage=3',
    ],
    ['', { noCache: false, x: null, maxAge: 0 }, 'no-cache=False, x=None, max-age=0'],
    ['private', { private: false }, 'private=False'],
  ])('%j with %j becomes %j', (before, directives, after) => {
    const response = responseWith(before ? { 'Cache-Control': before } : {});
    patchCacheControl(response, directives);
    expect(response.get('Cache-Control')).toBe(after);
  });

  test('an age that is no number cannot be compared', () => {
    const response = responseWith({ 'Cache-Control': 'max-age=abc' });
    expect(() => patchCacheControl(response, { maxAge: 30 })).toThrow(
      "invalid literal for int() with base 10: 'abc'",
    );
    expect(() => patchCacheControl(response, { private: true })).not.toThrow();
  });

  test.each([
    [{}, null],
    [{ 'Cache-Control': 'Max-Age=60, private' }, 60],
    [{ 'Cache-Control': 'max-age' }, 1],
    [{ 'Cache-Control': 'max-age=x' }, null],
    [{ 'Cache-Control': 'private' }, null],
  ])('the age in %j is %j', (headers, age) => {
    expect(getMaxAge(responseWith(headers))).toBe(age);
  });
});

describe('ages', () => {
  test('ten minutes are the rule; an Expires that is there stays', () => {
    const response = new HttpResponse();
    patchResponseHeaders(response);
    expect(headersOf(response)).toEqual([
      ['Expires', 'Wed, 01 May 2019 00:10:00 GMT'],
      ['Cache-Control', 'max-age=600'],
    ]);
    const other = responseWith({ Expires: 'x' });
    patchResponseHeaders(other, 60);
    expect(headersOf(other)).toEqual([
      ['Expires', 'x'],
      ['Cache-Control', 'max-age=60'],
    ]);
  });

  test('never means now, in every way that there is', () => {
    const response = new HttpResponse();
    addNeverCacheHeaders(response);
    expect(headersOf(response)).toEqual([
      ['Expires', DAY],
      ['Cache-Control', 'max-age=0, no-cache, no-store, must-revalidate'],
    ]);
  });
});

describe('Vary', () => {
  test.each([
    [null, ['Cookie'], 'Cookie', true],
    ['Accept', ['cookie', 'ACCEPT'], 'Accept, cookie', true],
    ['', ['Cookie'], ', Cookie', true],
    ['*', ['Cookie'], '*, Cookie', true],
    ['A ,B', ['b', 'C', 'c'], 'A, B, C, c', false],
  ])('%j with %j becomes %j', (before, names, after, hasCookie) => {
    const response = responseWith(before === null ? {} : { Vary: before });
    patchVaryHeaders(response, names);
    expect(response.get('Vary')).toBe(after);
    expect(hasVaryHeader(response, 'COOKIE')).toBe(hasCookie);
  });
});

describe('requests on a condition', () => {
  const cases: [PartialEnviron, (number | null)[], (number | null)[]][] = [
    [{}, [null, null, null], [null, null, null]],
    [{ HTTP_IF_MATCH: '"a"' }, [null, 412, 412], [null, 412, 412]],
    [{ HTTP_IF_MATCH: '"b"' }, [412, 412, 412], [412, 412, 412]],
    [{ HTTP_IF_MATCH: '*' }, [null, 412, null], [null, 412, null]],
    [{ HTTP_IF_MATCH: 'W/"a"' }, [412, 412, 412], [412, 412, 412]],
    [{ HTTP_IF_NONE_MATCH: '"a"' }, [304, null, 304], [412, null, 412]],
    [{ HTTP_IF_NONE_MATCH: 'W/"a"' }, [304, null, 304], [412, null, 412]],
    [{ HTTP_IF_NONE_MATCH: '*' }, [304, null, 304], [412, null, 412]],
    [{ HTTP_IF_NONE_MATCH: '"b"' }, [null, null, null], [null, null, null]],
    [
      { HTTP_IF_NONE_MATCH: '"b"', HTTP_IF_MODIFIED_SINCE: DAY },
      [null, null, null],
      [null, null, null],
    ],
    [{ HTTP_IF_MODIFIED_SINCE: DAY }, [304, null, null], [null, null, null]],
    [{ HTTP_IF_MODIFIED_SINCE: DAY_BEFORE }, [null, null, null], [null, null, null]],
    [{ HTTP_IF_UNMODIFIED_SINCE: DAY }, [null, 412, 412], [null, 412, 412]],
    [{ HTTP_IF_UNMODIFIED_SINCE: DAY_BEFORE }, [412, 412, 412], [412, 412, 412]],
    [{ HTTP_IF_UNMODIFIED_SINCE: 'x' }, [null, null, null], [null, null, null]],
  ];
  const versions = [
    { etag: '"a"', lastModified: MAY_1 },
    { etag: null, lastModified: null },
    { etag: 'W/"a"', lastModified: null },
  ];

  test.each(cases)('%j', (environ, get, post) => {
    const answers = (REQUEST_METHOD: string) =>
      versions.map((version) => {
        const request = makeRequest('/p', { REQUEST_METHOD, ...environ });
        return getConditionalResponse(request, version)?.statusCode ?? null;
      });
    expect(answers('GET')).toEqual(get);
    expect(answers('POST')).toEqual(post);
  });

  test('a 412 is logged', () => {
    const log = recordLog();
    getConditionalResponse(makeRequest('/p', { HTTP_IF_MATCH: '"b"' }), { etag: '"a"' });
    expect(log).toEqual(['django.request warning Precondition Failed: /p']);
  });

  test('a 304 keeps what caches need, and the cookies', () => {
    const response = responseWith({ ETag: '"a"', Vary: 'Cookie', X: 'y' });
    response.setCookie('c', 'v');
    const request = makeRequest('/', { HTTP_IF_NONE_MATCH: '"a"' });
    const answer = getConditionalResponse(request, { etag: '"a"' }, response);
    expect(answer.items()).toEqual([
      ['ETag', '"a"'],
      ['Vary', 'Cookie'],
    ]);
    expect(cookiesOf(answer)).toEqual(['c=v; Path=/']);
  });

  test('what is no success stays as it is', () => {
    const missing = new HttpResponseNotFound();
    const request = makeRequest('/', { HTTP_IF_NONE_MATCH: '"a"' });
    expect(getConditionalResponse(request, { etag: '"a"' }, missing)).toBe(missing);
  });
});

test('a page is named by the hash of its body, unless it is still to be made', () => {
  expect(headersOf(setResponseEtag(new HttpResponse('hello')))).toEqual([
    ['ETag', '"5d41402abc4b2a76b9719d911017c592"'],
  ]);
  expect(headersOf(setResponseEtag(new StreamingHttpResponse(['a'])))).toEqual([]);
});

import { beforeEach, describe, expect, test } from 'vitest';
import { freshSettings } from '#runtime/django/conf';
import { HttpResponse } from '#runtime/django/http';
import type { View } from '#runtime/django/urls/types';
import { cacheControl, neverCache } from '#runtime/django/views/decorators/cache';
import {
  condition,
  conditionalPage,
  etag,
  lastModified,
  requireGET,
  requirePOST,
  requireSafe,
} from '#runtime/django/views/decorators/http';
import { varyOnCookie, varyOnHeaders } from '#runtime/django/views/decorators/vary';
import { setClock } from '#runtime/time';
import type { PartialEnviron } from '#runtime/wsgiref/types';
import { makeRequest } from '../../request.ts';
import { headersOf, recordLog } from '../../shown.ts';

const DAY = 'Wed, 01 May 2019 00:00:00 GMT';
const view = () => new HttpResponse('v');

const answer = (decorated: View, environ: PartialEnviron = {}, kwargs: object = {}) => {
  const call = decorated as (...given: unknown[]) => HttpResponse;
  const response = call(makeRequest('/p', environ), kwargs);
  return [response.statusCode, headersOf(response)];
};

beforeEach(() => {
  freshSettings();
  setClock(() => 1_556_668_800);
});

describe('methods', () => {
  test('that a view does not take are answered with those it takes, and logged', () => {
    const log = recordLog();
    expect(answer(requirePOST(view))).toEqual([405, [['Allow', 'POST']]]);
    expect(log).toEqual(['django.request warning Method Not Allowed (GET): /p']);
  });

  test('that it takes reach it', () => {
    expect(answer(requireGET(view))).toEqual([200, []]);
    expect(answer(requireSafe(view), { REQUEST_METHOD: 'HEAD' })).toEqual([200, []]);
    expect(requirePOST(view).name).toBe('view');
  });
});

describe('conditions', () => {
  const both = condition(
    () => 'tag',
    () => new Date(Date.UTC(2019, 4, 1)),
  )(view);
  const named = [
    ['Last-Modified', DAY],
    ['ETag', '"tag"'],
  ];

  test.each([
    [{}, [200, named]],
    [{ REQUEST_METHOD: 'POST' }, [200, []]],
    [{ HTTP_IF_NONE_MATCH: '"tag"' }, [304, named]],
    [{ REQUEST_METHOD: 'POST', HTTP_IF_NONE_MATCH: '"tag"' }, [412, []]],
    [{ HTTP_IF_MODIFIED_SINCE: DAY }, [304, named]],
    [{ REQUEST_METHOD: 'PUT', HTTP_IF_MATCH: '"other"' }, [412, []]],
  ])('%j', (environ, expected) => {
    expect(answer(both, environ)).toEqual(expected);
  });

  test('are asked as the view is, before it', () => {
    const asked: unknown[] = [];
    const decorated = etag((_request, kwargs: object) => {
      asked.push(kwargs);
      return 'W/"x"';
    })(view);
    expect(answer(decorated, { HTTP_IF_NONE_MATCH: '"x"' }, { pk: 1 })).toEqual([
      304,
      [['ETag', 'W/"x"']],
    ]);
    expect(asked).toEqual([{ pk: 1 }]);
  });

  test('about a page of which nothing is known let the view answer', () => {
    expect(answer(etag(() => null)(view))).toEqual([200, []]);
    expect(answer(lastModified(() => null)(view))).toEqual([200, []]);
  });

  test('can be left to the hash of the page', () => {
    expect(answer(conditionalPage(view))).toEqual([
      200,
      [['ETag', '"9e3669d19b675bd57058fd4664205d2a"']],
    ]);
  });
});

describe('caches', () => {
  test('are told what the view says', () => {
    expect(answer(cacheControl({ private: true, maxAge: 5 })(view))).toEqual([
      200,
      [['Cache-Control', 'private, max-age=5']],
    ]);
    expect(answer(neverCache(view))).toEqual([
      200,
      [
        ['Expires', DAY],
        ['Cache-Control', 'max-age=0, no-cache, no-store, must-revalidate'],
      ],
    ]);
    expect(answer(varyOnHeaders('Accept', 'Cookie')(varyOnCookie(view)))).toEqual([
      200,
      [['Vary', 'Cookie, Accept']],
    ]);
  });
});

import { beforeEach, expect, test } from 'vitest';
import { freshSettings } from '#runtime/django/conf';
import { HttpResponse, StreamingHttpResponse } from '#runtime/django/http';
import { ConditionalGetMiddleware } from '#runtime/django/middleware/http';
import type { PartialEnviron } from '#runtime/wsgiref/types';
import { makeRequest } from '../request.ts';
import { headersOf } from '../shown.ts';

const HELLO = '"5d41402abc4b2a76b9719d911017c592"';
const DAY = 'Wed, 01 May 2019 00:00:00 GMT';

const answer = (
  response: HttpResponse | StreamingHttpResponse = new HttpResponse('hello'),
  environ: PartialEnviron = {},
) => new ConditionalGetMiddleware().processResponse(makeRequest('/', environ), response);

beforeEach(() => {
  freshSettings();
});

test('a page that was asked for with GET is named by its hash', () => {
  expect(headersOf(answer())).toEqual([['ETag', HELLO]]);
  expect(headersOf(answer(undefined, { REQUEST_METHOD: 'HEAD' }))).toEqual([]);
  expect(headersOf(answer(new StreamingHttpResponse(['hello'])))).toEqual([]);
});

test('a visitor who has the page is told so', () => {
  const response = answer(undefined, { HTTP_IF_NONE_MATCH: HELLO });
  expect([response.statusCode, headersOf(response)]).toEqual([304, [['ETag', HELLO]]]);
});

test('a page that nobody may keep is not named', () => {
  const response = new HttpResponse('hello');
  response.set('Cache-Control', 'private, No-Store');
  expect(headersOf(answer(response))).toEqual([['Cache-Control', 'private, No-Store']]);
});

test('the date of a page will do', () => {
  const response = new StreamingHttpResponse(['hello']);
  response.set('Last-Modified', DAY);
  const told = answer(response, { HTTP_IF_MODIFIED_SINCE: DAY });
  expect([told.statusCode, headersOf(told)]).toEqual([304, [['Last-Modified', DAY]]]);
});

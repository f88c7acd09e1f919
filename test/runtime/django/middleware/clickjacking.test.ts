import { beforeEach, expect, test } from 'vitest';
import { freshSettings } from '#runtime/django/conf';
import { HttpResponse } from '#runtime/django/http';
import { XFrameOptionsMiddleware } from '#runtime/django/middleware/clickjacking';
import {
  xframeOptionsDeny,
  xframeOptionsExempt,
  xframeOptionsSameorigin,
} from '#runtime/django/views/decorators/clickjacking';
import { makeRequest } from '../request.ts';
import { headersOf } from '../shown.ts';

const view = () => new HttpResponse('v');
const answer = (inner: () => HttpResponse) =>
  headersOf(new XFrameOptionsMiddleware(inner).__call__(makeRequest('/')));

beforeEach(() => {
  freshSettings();
});

test('the site alone may show its pages in a frame, unless a setting says otherwise', () => {
  expect(answer(view)).toEqual([['X-Frame-Options', 'SAMEORIGIN']]);
  freshSettings({ X_FRAME_OPTIONS: 'deny' });
  expect(answer(view)).toEqual([['X-Frame-Options', 'DENY']]);
});

test('what the view has set stays', () => {
  const own = () => {
    const response = new HttpResponse();
    response.set('x-frame-options', 'Y');
    return response;
  };
  expect(answer(own)).toEqual([['x-frame-options', 'Y']]);
});

test.each([
  ['deny', xframeOptionsDeny, [['X-Frame-Options', 'DENY']]],
  ['same origin', xframeOptionsSameorigin, [['X-Frame-Options', 'SAMEORIGIN']]],
  ['exempt', xframeOptionsExempt, []],
])('a view can be decorated: %s', (_, decorate, headers) => {
  const decorated = decorate(view) as (...given: unknown[]) => HttpResponse;
  expect(answer(() => decorated(makeRequest('/'), {}))).toEqual(headers);
});

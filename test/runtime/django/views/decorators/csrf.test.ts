import { beforeEach, expect, test } from 'vitest';
import { freshSettings } from '#runtime/django/conf';
import { type HttpRequest, HttpResponse } from '#runtime/django/http';
import { CsrfViewMiddleware, getToken } from '#runtime/django/middleware/csrf';
import type { View } from '#runtime/django/urls/types';
import {
  csrfExempt,
  csrfProtect,
  ensureCsrfCookie,
  requiresCsrfToken,
} from '#runtime/django/views/decorators/csrf';
import { seededEntropy, setEntropy } from '#runtime/random';
import { makeRequest } from '../../request.ts';
import { headersOf } from '../../shown.ts';

const TOKEN = 'a'.repeat(64);
const view = () => new HttpResponse('v');
const showsToken = (request: HttpRequest) => {
  getToken(request);
  return new HttpResponse('v');
};

function send(REQUEST_METHOD: string, more: Record<string, string> = {}): HttpRequest {
  const request = makeRequest('/p', { REQUEST_METHOD, ...more });
  request.COOKIES.set('csrftoken', TOKEN);
  return request;
}

const answer = (decorated: View, request: HttpRequest) => {
  const response = (decorated as (request: HttpRequest) => HttpResponse)(request);
  return [response.statusCode, response.cookies.get('csrftoken')?.value ?? null];
};

beforeEach(() => {
  freshSettings();
  setEntropy(seededEntropy(1));
});

test('csrfProtect refuses a view without the token', () => {
  expect(answer(csrfProtect(showsToken), send('GET'))).toEqual([200, TOKEN]);
  expect(answer(csrfProtect(showsToken), send('POST'))).toEqual([403, null]);
  const good = send('POST', { HTTP_X_CSRFTOKEN: TOKEN });
  expect(answer(csrfProtect(showsToken), good)).toEqual([200, TOKEN]);
});

test('requiresCsrfToken refuses nothing', () => {
  expect(answer(requiresCsrfToken(showsToken), send('POST'))).toEqual([200, TOKEN]);
  expect(answer(requiresCsrfToken(view), send('GET'))).toEqual([200, null]);
});

test('ensureCsrfCookie sends the cookie with any page', () => {
  expect(answer(ensureCsrfCookie(view), send('POST'))).toEqual([200, TOKEN]);
});

test('csrfExempt marks a new view and leaves the old one alone', () => {
  const exempt = csrfExempt(view);
  expect([exempt.csrfExempt, 'csrfExempt' in view, exempt.name]).toEqual([true, false, 'view']);
});

test('the middleware and the decorator together send one cookie', () => {
  const layer = new CsrfViewMiddleware((request) => csrfProtect(showsToken)(request));
  const response = layer.__call__(send('GET'));
  expect(headersOf(response)).toEqual([['Vary', 'Cookie']]);
  expect(response.cookies.size).toBe(1);
});

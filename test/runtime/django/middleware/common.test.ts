import { beforeEach, describe, expect, test } from 'vitest';
import { freshSettings, settings, type Settings } from '#runtime/django/conf';
import { PermissionDenied } from '#runtime/django/core/exceptions';
import {
  HttpResponse,
  HttpResponseNotFound,
  HttpResponseRedirect,
  StreamingHttpResponse,
} from '#runtime/django/http';
import { CommonMiddleware } from '#runtime/django/middleware/common';
import { path } from '#runtime/django/urls';
import { compile } from '#runtime/re';
import type { PartialEnviron } from '#runtime/wsgiref/types';
import { makeRequest } from '../request.ts';
import { headersOf } from '../shown.ts';

const ok = () => new HttpResponse('ok');

function start(more: Partial<Settings> = {}): void {
  freshSettings({
    ALLOWED_HOSTS: ['*'],
    ROOT_URLCONF: { urlpatterns: [path('slash/', ok), path('noslash', ok), path('/evil/', ok)] },
    ...more,
  });
}

const asked = (pathInfo: string, environ: PartialEnviron = {}) =>
  new CommonMiddleware().processRequest(makeRequest(pathInfo, environ))?.get('Location') ?? null;

const answered = (pathInfo: string, response: HttpResponse | StreamingHttpResponse) =>
  new CommonMiddleware().processResponse(makeRequest(pathInfo), response);

beforeEach(() => start());

describe('slashes', () => {
  test.each([
    ['/slash', {}, '/slash/'],
    ['/slash', { QUERY_STRING: 'a=b' }, '/slash/?a=b'],
    ['//evil', {}, '/%2Fevil/'],
    ['/slash/', {}, null],
    ['/noslash', {}, null],
    ['/unknown', {}, null],
  ])('%s with %j leads to %j', (pathInfo, environ, location) => {
    expect(asked(pathInfo, environ)).toBe(location);
  });

  test('a site can do without', () => {
    start({ APPEND_SLASH: false });
    expect(asked('/slash')).toBeNull();
  });

  test('a 404 leads there too, where the slash makes an address of it', () => {
    expect(answered('/slash', new HttpResponseNotFound('abc')).get('Location')).toBe('/slash/');
    expect(answered('/unknown', new HttpResponseNotFound('abc')).statusCode).toBe(404);
  });

  test.each(['POST', 'PUT', 'PATCH'])(
    'with DEBUG on, %s is told what it would lose',
    (REQUEST_METHOD) => {
      settings.DEBUG = true;
      expect(() => asked('/slash', { REQUEST_METHOD, QUERY_STRING: 'x=1' })).toThrow(
        `You called this URL via ${REQUEST_METHOD}, but the URL doesn't end in a slash and you have APPEND_SLASH set. Django can't redirect to the slash URL while maintaining ${REQUEST_METHOD} data. Change your form to point to testserver/slash/?x=1 (note the trailing slash), or set APPEND_SLASH=False in your Django settings.`,
      );
    },
  );

  test('a method without a body is redirected with DEBUG on as well', () => {
    settings.DEBUG = true;
    expect(asked('/slash', { REQUEST_METHOD: 'DELETE' })).toBe('/slash/');
  });

  test('the URLconf of the request counts', () => {
    const request = makeRequest('/other');
    request.urlconf = { urlpatterns: [path('other/', ok)] };
    expect(new CommonMiddleware().processRequest(request)?.get('Location')).toBe('/other/');
  });

  test('a subclass can take another kind of redirect', () => {
    class Temporary extends CommonMiddleware {
      override readonly responseRedirectClass = HttpResponseRedirect;
    }
    expect(new Temporary().processRequest(makeRequest('/slash'))?.statusCode).toBe(302);
  });
});

describe('www', () => {
  beforeEach(() => start({ PREPEND_WWW: true }));

  test.each([
    ['/slash', {}, 'http://www.testserver/slash/'],
    ['/slash/', {}, 'http://www.testserver/slash/'],
    ['/unknown', { HTTP_HOST: 'www.a.com' }, null],
  ])('%s with %j leads to %j', (pathInfo, environ, location) => {
    expect(asked(pathInfo, environ)).toBe(location);
  });
});

test('some browsers are kept out', () => {
  start({ DISALLOWED_USER_AGENTS: [compile('foo')] });
  expect(() => asked('/slash/', { HTTP_USER_AGENT: 'a foo' })).toThrow(PermissionDenied);
  expect(() => asked('/slash/', { HTTP_USER_AGENT: 'a foo' })).toThrow('Forbidden user agent');
  expect(asked('/slash/', { HTTP_USER_AGENT: 'bar' })).toBeNull();
});

test('a body that is there gets its length, unless it has one', () => {
  expect(headersOf(answered('/slash/', new HttpResponse('é')))).toEqual([['Content-Length', '2']]);
  const own = new HttpResponse('abc');
  own.set('Content-Length', '7');
  expect(headersOf(answered('/slash/', own))).toEqual([['Content-Length', '7']]);
  expect(headersOf(answered('/slash/', new StreamingHttpResponse(['a'])))).toEqual([]);
});

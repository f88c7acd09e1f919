import { beforeEach, describe, expect, test } from 'vitest';
import { latin1Decode } from '#runtime/codecs';
import { serve, StaticFilesHandler } from '#runtime/django/contrib/staticfiles';
import { RequestFactory } from '#runtime/django/test';
import type { PartialEnviron, WSGIApplication } from '#runtime/wsgiref/types';
import { makeEnviron } from '../../request.ts';
import { staticSite } from './static-site.ts';

const application: WSGIApplication = (environ, startResponse) => {
  startResponse('299 Application', []);
  return [new TextEncoder().encode(environ.PATH_INFO)];
};

/** What a handler around an application answers: the status code and the body. */
function ask(path: string, more: PartialEnviron = {}): [status: string, body: string] {
  let code = '';
  const handler = new StaticFilesHandler(application);
  const result = handler.__call__(makeEnviron(path, more), (status) => {
    code = status.slice(0, 3);
    return () => {};
  });
  const body = Array.from(result, latin1Decode).join('');
  result.close?.();
  return [code, body];
}

describe('the view', () => {
  beforeEach(() => {
    staticSite();
  });

  const request = () => new RequestFactory().get('/');

  test('sends a file, wherever it was found', () => {
    const response = serve(request(), { path: '/sub/../a.css' });
    expect([
      response.statusCode,
      response.get('Content-Type'),
      response.get('Content-Length'),
    ]).toEqual([200, 'text/css', '2']);
    expect(Array.from(response as unknown as Iterable<Uint8Array>, latin1Decode)).toEqual(['a\n']);
  });

  test.each([
    ['nope.css', "'nope.css' could not be found"],
    ['nope/', 'Directory indexes are not allowed here.'],
    ['', 'Directory indexes are not allowed here.'],
    ['sub', 'Directory indexes are not allowed here.'],
  ])('has no answer to %j', (path, message) => {
    expect(() => serve(request(), { path })).toThrow(message);
  });

  test('is for development, or for who insists', () => {
    staticSite({ DEBUG: false });
    expect(() => serve(request(), { path: 'a.css' })).toThrow(
      expect.objectContaining({ name: 'Http404', message: '' }),
    );
    expect(serve(request(), { path: 'a.css', insecure: true }).statusCode).toBe(200);
  });
});

describe('the handler', () => {
  beforeEach(() => {
    staticSite({ DEBUG: false });
  });

  test.each([
    ['/', '299', '/'],
    ['/static', '299', '/static'],
    ['/static/a.css', '200', 'a\n'],
    ['/static/app1/x y.txt', '200', 'own\n'],
    ['/static/app1/x%20y.txt', '200', 'own\n'],
  ])('answers %s with %s', (path, status, body) => {
    expect(ask(path)).toEqual([status, body]);
  });

  test('answers what is not there itself, without middleware', () => {
    const [status, body] = ask('/static/nope');
    expect([status, body.slice(0, 18)]).toEqual(['404', '<h1>Not Found</h1>']);
    expect(ask('/static/')[0]).toBe('404');
  });

  test('leaves all to the application where files are on another host', () => {
    staticSite({ STATIC_URL: 'http://cdn.example/static/' });
    expect(ask('/static/a.css')).toEqual(['299', '/static/a.css']);
  });

  test('is confused by a script name: it takes the request and has no middleware for it', () => {
    expect(() => ask('/static/a.css', { SCRIPT_NAME: '/pre' })).toThrow(
      "'NoneType' object is not callable",
    );
  });

  test('lets an error through that is no 404', () => {
    expect(() => ask('/static/../../x')).toThrow('is located outside of the base path component');
  });
});

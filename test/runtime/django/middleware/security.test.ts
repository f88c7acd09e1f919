import { expect, test } from 'vitest';
import { freshSettings, type Settings } from '#runtime/django/conf';
import { HttpResponse, HttpResponsePermanentRedirect } from '#runtime/django/http';
import { SecurityMiddleware } from '#runtime/django/middleware/security';
import { makeRequest } from '../request.ts';
import { headersOf } from '../shown.ts';

function answer(settings: Partial<Settings>, path: string, secure = false) {
  freshSettings({ ALLOWED_HOSTS: ['*'], ...settings });
  const [pathInfo = '', query = ''] = path.split('?');
  const request = makeRequest(pathInfo, {
    QUERY_STRING: query,
    'wsgi.url_scheme': secure ? 'https' : 'http',
    SERVER_PORT: secure ? '443' : '80',
  });
  return new SecurityMiddleware(() => new HttpResponse('x')).__call__(request);
}

test('without settings it does nothing', () => {
  expect(headersOf(answer({}, '/x', true))).toEqual([]);
});

test.each([
  [{}, '/some/url?a=1', 'https://testserver/some/url?a=1'],
  [{ SECURE_SSL_HOST: 'secure.example.com' }, '/x', 'https://secure.example.com/x'],
  [{ SECURE_REDIRECT_EXEMPT: ['^insecure/'] }, '/other', 'https://testserver/other'],
])('http leads to https: %j', (settings, path, location) => {
  const response = answer({ SECURE_SSL_REDIRECT: true, ...settings }, path);
  expect(response).toBeInstanceOf(HttpResponsePermanentRedirect);
  expect(response.get('Location')).toBe(location);
});

test('https does not lead anywhere, and neither does a path that is exempt', () => {
  const settings = { SECURE_SSL_REDIRECT: true, SECURE_REDIRECT_EXEMPT: ['^insecure/'] };
  expect(answer(settings, '/x', true).statusCode).toBe(200);
  expect(answer(settings, '/insecure/url').statusCode).toBe(200);
});

test('strict transport is asked for over https alone', () => {
  const settings = { SECURE_HSTS_SECONDS: 3600 };
  expect(headersOf(answer(settings, '/x'))).toEqual([]);
  expect(headersOf(answer(settings, '/x', true))).toEqual([
    ['Strict-Transport-Security', 'max-age=3600'],
  ]);
  const all = { SECURE_HSTS_INCLUDE_SUBDOMAINS: true, SECURE_HSTS_PRELOAD: true, ...settings };
  expect(headersOf(answer(all, '/x', true))).toEqual([
    ['Strict-Transport-Security', 'max-age=3600; includeSubDomains; preload'],
  ]);
});

test('two more headers can be turned on', () => {
  const settings = { SECURE_CONTENT_TYPE_NOSNIFF: true, SECURE_BROWSER_XSS_FILTER: true };
  expect(headersOf(answer(settings, '/x'))).toEqual([
    ['X-Content-Type-Options', 'nosniff'],
    ['X-XSS-Protection', '1; mode=block'],
  ]);
});

test('settings count as they were when the layer was made', () => {
  freshSettings({ ALLOWED_HOSTS: ['*'], SECURE_SSL_REDIRECT: true });
  const layer = new SecurityMiddleware(() => new HttpResponse('x'));
  freshSettings({ ALLOWED_HOSTS: ['*'] });
  expect(layer.__call__(makeRequest('/')).statusCode).toBe(301);
});

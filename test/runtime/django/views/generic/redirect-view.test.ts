import { beforeEach, expect, test } from 'vitest';
import { freshSettings } from '#runtime/django/conf';
import { HttpResponse } from '#runtime/django/http';
import { path } from '#runtime/django/urls';
import { RedirectView } from '#runtime/django/views/generic';
import { addHandler } from '#runtime/logging';
import { makeRequest } from '../../request.ts';

beforeEach(() => {
  freshSettings({
    ROOT_URLCONF: [path('d/<int:pk>/', () => new HttpResponse(), { name: 'detail' })],
  });
});

function sent(options: Partial<RedirectView>, kwargs = {}, more = {}): unknown[] {
  const response = RedirectView.asView(options)(makeRequest('/x/', more), kwargs);
  return [response.statusCode, response.get('Location')];
}

test('the visitor is sent to the address, with the captures in it', () => {
  expect(sent({ url: '/a/%(pk)s/' }, { pk: 3 })).toEqual([302, '/a/3/']);
  expect(sent({ url: '/a/', permanent: true })).toEqual([301, '/a/']);
  expect(sent({ url: '/a/100%%/' })).toEqual([302, '/a/100%/']);
  expect(() => sent({ url: '/a/%(q)s/' }, { pk: 3 })).toThrow("'q'");
  expect(() => sent({ url: '/a/100%/' })).toThrow(
    "unsupported format character '/' (0x2f) at index 7",
  );
});

test('or to a name of this site', () => {
  expect(sent({ patternName: 'detail' }, { pk: 3 })).toEqual([302, '/d/3/']);
  expect(() => sent({ patternName: 'nope' })).toThrow("Reverse for 'nope' not found.");
});

test('the query goes along if it is wanted', () => {
  const more = { QUERY_STRING: 'x=1&y=%C3' };
  expect(sent({ url: '/a/' }, {}, more)).toEqual([302, '/a/']);
  expect(sent({ url: '/a/', queryString: true }, {}, more)).toEqual([302, '/a/?x=1&y=%C3']);
  expect(sent({ url: '/a/', queryString: true })).toEqual([302, '/a/']);
});

test('whatever the method, but TRACE', () => {
  const status = (REQUEST_METHOD: string) => sent({ url: '/a/' }, {}, { REQUEST_METHOD })[0];
  expect(['POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'].map(status)).toEqual([
    302, 302, 302, 302, 302, 302,
  ]);
  expect(status('TRACE')).toBe(405);
});

test('without anywhere to go it is gone, and the log knows', () => {
  const log: string[] = [];
  addHandler(({ level, message }) => log.push(`${level} ${message}`));
  expect(sent({})).toEqual([410, null]);
  expect(log).toEqual(['warning Gone: /x/']);
});

import { beforeEach, describe, expect, test } from 'vitest';
import { freshSettings } from '#runtime/django/conf';
import { HttpResponse } from '#runtime/django/http';
import { redirect, render, renderToResponse, resolveUrl } from '#runtime/django/shortcuts';
import { path } from '#runtime/django/urls';
import { catchWarnings } from '#runtime/warnings';
import { makeRequest } from './request.ts';

beforeEach(() => {
  const pages = { 't.html': 'T {{ a }}' };
  freshSettings({
    ROOT_URLCONF: [path('d/<int:pk>/', () => new HttpResponse(), { name: 'detail' })],
    TEMPLATES: [
      {
        BACKEND: 'django.template.backends.django.DjangoTemplates',
        OPTIONS: { loaders: [['django.template.loaders.locmem.Loader', pages]] },
      },
    ],
  });
});

const text = (response: HttpResponse) => new TextDecoder().decode(response.content);

describe('render', () => {
  test('shows a template at once', () => {
    const options = { contentType: 'text/x', status: 201 };
    const response = render(makeRequest(), 't.html', { a: '<' }, options);
    expect([text(response), response.statusCode, response.get('Content-Type')]).toEqual([
      'T &lt;',
      201,
      'text/x',
    ]);
    expect(text(render(makeRequest(), ['q', 't.html']))).toBe('T ');
    expect(() => render(makeRequest(), 'q')).toThrow('q');
    expect(() => render(makeRequest(), 't.html', {}, { using: 'zz' })).toThrow(
      "Could not find config for 'zz' in settings.TEMPLATES",
    );
  });

  test('had a sister without a request, which warns', () => {
    expect(catchWarnings(() => renderToResponse('t.html')).map(String)).toEqual([
      'RemovedInDjango30Warning: render_to_response() is deprecated in favor of render(). It has the same signature except that it also requires a request.',
    ]);
  });
});

describe('an address', () => {
  test('is one that is written out, a name, or that of a thing', () => {
    const written = ['/a/b', './x', '../y', 'http://x/', 'a.b', 'a/b'];
    expect(written.map((to) => resolveUrl(to))).toEqual(written);
    expect(resolveUrl('detail', { kwargs: { pk: 3 } })).toBe('/d/3/');
    expect(resolveUrl('detail', { args: [3] })).toBe('/d/3/');
    expect(resolveUrl({ getAbsoluteUrl: () => '/m/' })).toBe('/m/');
  });

  test('is none for what has neither a name nor a slash nor a dot', () => {
    expect(() => resolveUrl('nope')).toThrow(
      "Reverse for 'nope' not found. 'nope' is not a valid view function or pattern name.",
    );
    const view = () => new HttpResponse();
    expect(() => resolveUrl(view)).toThrow("Reverse for '__main__.view' not found.");
    expect(() => redirect('javascript:alert(1)')).toThrow(
      "'javascript' is not a registered namespace",
    );
  });
});

test('a redirect is for now or for good, and to a safe scheme alone', () => {
  expect([redirect('/x').statusCode, redirect('/x', { permanent: true }).statusCode]).toEqual([
    302, 301,
  ]);
  expect(redirect('detail', { kwargs: { pk: 4 } }).url).toBe('/d/4/');
  expect(() => redirect('mailto:x@y.z')).toThrow("Unsafe redirect to URL with protocol 'mailto'");
});

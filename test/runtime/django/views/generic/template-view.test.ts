import { beforeEach, expect, test } from 'vitest';
import { freshSettings } from '#runtime/django/conf';
import type { HttpRequest, HttpResponse } from '#runtime/django/http';
import '#runtime/django/template';
import { TemplateResponse } from '#runtime/django/template/response';
import { TemplateView } from '#runtime/django/views/generic';
import { makeRequest } from '../../request.ts';

beforeEach(() => {
  const pages = { 't.html': 'T {{ a }} {{ pk }} {{ view }}' };
  freshSettings({
    TEMPLATES: [
      {
        BACKEND: 'django.template.backends.django.DjangoTemplates',
        OPTIONS: { loaders: [['django.template.loaders.locmem.Loader', pages]] },
      },
    ],
  });
});

class Page extends TemplateView {
  override templateName: string | null = 't.html';
  override extraContext: Record<string, unknown> | null = { a: 1 };

  override toString(): string {
    return 'V';
  }
}

function shown(
  view: (request: HttpRequest, ...given: unknown[]) => unknown,
  kwargs = {},
): string[] {
  const response = view(makeRequest(), kwargs) as TemplateResponse;
  const rendered = response.render() as HttpResponse;
  return [new TextDecoder().decode(rendered.content), rendered.get('Content-Type', '')];
}

test('the template sees the captures, the view and the extra names, which win', () => {
  expect(shown(Page.asView(), { pk: 3 })).toEqual(['T 1 3 V', 'text/html; charset=utf-8']);
  const extra = Page.asView({ extraContext: { a: 9, pk: 'e' } });
  expect(shown(extra, { pk: 3 })[0]).toBe('T 9 e V');
});

test('it is shown late, with the content type of the view', () => {
  const response = Page.asView()(makeRequest());
  expect(response).toBeInstanceOf(TemplateResponse);
  expect((response as TemplateResponse).isRendered).toBe(false);
  expect(shown(Page.asView({ contentType: 'text/plain' }))).toEqual(['T 1  V', 'text/plain']);
});

test('a template has to be named, and to exist', () => {
  expect(() => TemplateView.asView()(makeRequest())).toThrow(
    "TemplateResponseMixin requires either a definition of 'template_name' or an implementation of 'get_template_names()'",
  );
  expect(() => shown(Page.asView({ templateName: 'none.html' }))).toThrow('none.html');
});

test('nothing but GET and HEAD is answered', () => {
  const response = Page.asView()(makeRequest('/', { REQUEST_METHOD: 'POST' }));
  expect([response.statusCode, response.get('Allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
});

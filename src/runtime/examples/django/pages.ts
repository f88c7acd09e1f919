/**
 * Pages made of templates.
 *
 * @module
 */

import { render } from '../../django/shortcuts.ts';
import { SimpleTemplateResponse, TemplateResponse } from '../../django/template/response.ts';
import { path } from '../../django/urls.ts';
import type { UrlconfModule, View } from '../../django/urls/types.ts';
import { registerModule } from '../../importlib.ts';
import { text } from './plain.ts';

const shown: View = (request) =>
  render(request, 'page.html', { title: "A <b> & 'c'", items: ['one', 'two'] });

const late: View = (request) =>
  new TemplateResponse(request, 'page.html', { title: 'Late', items: [] });

const changed: View = (request) => {
  const response = new TemplateResponse(request, 'page.html', { title: 'Before', items: [] });
  Object.assign(response.contextData ?? {}, { title: 'After' });
  response.addPostRenderCallback((done) => done.set('X-Rendered', 'yes'));
  return response;
};

const simple: View = () =>
  new SimpleTemplateResponse(['absent.html', 'page.html'], { title: 'Simple' });

const absent: View = (request) => render(request, 'absent.html');

const failing: View = (request) => new TemplateResponse(request, 'absent.html');

const form: View = (request) =>
  request.method === 'POST'
    ? text(request.POST.get('name', ''))
    : render(request, 'form.html', { action: request.path });

const greeting: View = (request) =>
  render(request, 'greeting.html', {
    title: 'Greeting',
    name: request.GET.get('name'),
    markup: '<i>&</i>',
  });

/** The views and their addresses. */
export function pages(): UrlconfModule {
  return {
    urlpatterns: [
      path('shown/', shown),
      path('late/', late),
      path('changed/', changed),
      path('simple/', simple),
      path('absent/', absent),
      path('failing/', failing),
      path('form/', form),
      path('greeting/', greeting),
    ],
  };
}

registerModule('demo.pages', pages);

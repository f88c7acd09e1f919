/**
 * Class-based views.
 *
 * @module
 */

import type { HttpRequest } from '../../django/http/request.ts';
import { HttpResponse } from '../../django/http.ts';
import { path } from '../../django/urls.ts';
import type { Kwargs, UrlconfModule } from '../../django/urls/types.ts';
import { csrfExempt } from '../../django/views/decorators/csrf.ts';
import { RedirectView, TemplateView, View } from '../../django/views/generic.ts';
import { registerModule } from '../../importlib.ts';
import { text } from './plain.ts';

class Greeting extends View {
  greeting = 'Hello';

  get(_request: HttpRequest, { name = 'World' }: { name?: string } = {}): HttpResponse {
    return text(`${this.greeting}, ${name}`);
  }
}

class Writing extends View {
  post(): HttpResponse {
    return text('posted');
  }

  delete(): HttpResponse {
    return new HttpResponse('', { status: 204 });
  }
}

class Page extends TemplateView {
  override templateName = 'page.html';

  override getContextData(kwargs: Kwargs = {}): Kwargs {
    return super.getContextData({ title: 'Page', ...kwargs });
  }
}

class Away extends RedirectView {
  override queryString = true;

  override getRedirectUrl(...given: readonly unknown[]): string | null {
    return this.kwargs['where'] === 'gone' ? null : super.getRedirectUrl(...given);
  }
}

/** The views and their addresses. */
export function classes(): UrlconfModule {
  return {
    urlpatterns: [
      path('greeting/', Greeting.asView()),
      path('greeting/<name>/', Greeting.asView({ greeting: 'Goodbye' })),
      path('writing/', csrfExempt(Writing.asView())),
      path('page/', Page.asView()),
      path('page/<word>/', Page.asView({ extraContext: { items: ['extra'] } })),
      path('nameless/', TemplateView.asView()),
      path('away/<where>/', Away.asView({ url: '/plain/hello/%(where)s/' })),
      path('named/<name>/', RedirectView.asView({ patternName: 'hello-name', permanent: true })),
    ],
  };
}

registerModule('demo.classes', classes);

/**
 * A root URLconf with error pages of its own, of which some fail.
 *
 * @module
 */

import { KeyError } from '../../builtins.ts';
import { HttpResponse } from '../../django/http.ts';
import { include, path } from '../../django/urls.ts';
import type { ErrorView, ServerErrorView, UrlconfModule } from '../../django/urls/types.ts';
import { registerModule } from '../../importlib.ts';

const bad: ErrorView = (_request, exception) =>
  new HttpResponse(`own 400: ${exception.name}`, { status: 400 });

const forbidden: ErrorView = (_request, exception) =>
  new HttpResponse(`own 403: ${exception.message}`, { status: 403 });

const missing: ErrorView = (request, exception) => {
  if (request.GET.has('fail')) throw new KeyError('in handler404');
  return new HttpResponse(`own 404: ${exception.name}`, { status: 404 });
};

const broken: ServerErrorView = (request) => {
  if (request.GET.has('fail')) throw new KeyError('in handler500');
  return new HttpResponse('own 500', { status: 500 });
};

/** The URLconf. */
export function ownErrors(): UrlconfModule & { forbidden: ErrorView } {
  return {
    urlpatterns: [path('errors/', include('demo.errors')), path('forms/', include('demo.forms'))],
    forbidden,
    handler400: bad,
    handler403: 'demo.own_errors.forbidden',
    handler404: missing,
    handler500: broken,
  };
}

registerModule('demo.own_errors', ownErrors);

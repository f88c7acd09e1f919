import { HttpResponseNotFound, type HttpResponse } from '#runtime/django/http';
import type { HttpRequest } from '#runtime/django/http/request';
import { path } from '#runtime/django/urls';
import { broken, forbidden, home, missing, nothing, rescued } from './views.ts';

export const urlpatterns = [
  path('', home),
  path('missing/', missing),
  path('forbidden/', forbidden),
  path('broken/', broken),
  path('nothing/', nothing),
  path('rescued/', rescued),
];

/** Asked only where DEBUG is off. */
export function handler404(request: HttpRequest): HttpResponse {
  return new HttpResponseNotFound(`<h1>There is nothing at ${request.path}</h1>`);
}

/**
 * Views that answer some requests only: by method, or by what the visitor has already.
 *
 * @module
 */

import type { None } from '../../../objects.ts';
import { isNone } from '../../../objects.ts';
import type { HttpRequest } from '../../http/request.ts';
import { HttpResponseNotAllowed } from '../../http/response.ts';
import { ConditionalGetMiddleware } from '../../middleware/http.ts';
import { getConditionalResponse } from '../../utils/cache.ts';
import {
  type AnyView,
  decoratorFromMiddleware,
  type ViewDecorator,
  wraps,
} from '../../utils/decorators.ts';
import { httpDate, quoteEtag } from '../../utils/http.ts';
import { logResponse } from '../../utils/log.ts';

/** Answers one view's requests on a condition, as the middleware does. @models django.views.decorators.http:conditional_page */
export const conditionalPage = decoratorFromMiddleware(ConditionalGetMiddleware);

/** Answers 405 to any method but these, in capitals. @models django.views.decorators.http:require_http_methods */
export function requireHttpMethods(methods: readonly string[]): ViewDecorator {
  return (view) =>
    wraps(view, (request: HttpRequest, ...given: unknown[]) => {
      if (methods.includes(request.method ?? '')) {
        return (view as unknown as AnyView)(request, ...given);
      }
      const response = new HttpResponseNotAllowed(methods);
      const message = `Method Not Allowed (${request.method}): ${request.path}`;
      logResponse(message, response, request);
      return response;
    });
}

/** GET alone. @models django.views.decorators.http:require_GET */
export const requireGET = requireHttpMethods(['GET']);

/** POST alone. @models django.views.decorators.http:require_POST */
export const requirePOST = requireHttpMethods(['POST']);

/** GET and HEAD alone. @models django.views.decorators.http:require_safe */
export const requireSafe = requireHttpMethods(['GET', 'HEAD']);

/** Tells something of the page that a view would answer with; called as the view is. */
export type PageProbe<Result> = (request: HttpRequest, ...given: never[]) => Result | None;

/** Asks for name and age of a page before the view runs, and spares the view where they settle it. @models django.views.decorators.http:condition */
export function condition(
  etagFunc: PageProbe<string> | null = null,
  lastModifiedFunc: PageProbe<Date> | null = null,
): ViewDecorator {
  return (view) =>
    wraps(view, (request: HttpRequest, ...given: never[]) => {
      const found = etagFunc?.(request, ...given);
      const etag = isNone(found) ? null : quoteEtag(found);
      const moment = lastModifiedFunc?.(request, ...given);
      const lastModified = moment ? Math.floor(moment.getTime() / 1000) : null;
      const response =
        getConditionalResponse(request, { etag, lastModified }) ??
        (view as unknown as AnyView)(request, ...given);
      if (request.method === 'GET' || request.method === 'HEAD') {
        if (lastModified && !response.hasHeader('Last-Modified')) {
          response.set('Last-Modified', httpDate(lastModified));
        }
        if (etag) response.setdefault('ETag', etag);
      }
      return response;
    });
}

/** Like `condition`, by the name alone. @models django.views.decorators.http:etag */
export function etag(etagFunc: PageProbe<string>): ViewDecorator {
  return condition(etagFunc);
}

/** Like `condition`, by the age alone. @models django.views.decorators.http:last_modified */
export function lastModified(lastModifiedFunc: PageProbe<Date>): ViewDecorator {
  return condition(null, lastModifiedFunc);
}

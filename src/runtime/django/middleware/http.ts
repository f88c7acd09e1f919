/**
 * Answering requests on a condition for a whole site.
 *
 * @module
 */

import type { HttpRequest } from '../http/request.ts';
import type { HttpResponseBase } from '../http/response-base.ts';
import { getConditionalResponse, setResponseEtag, splitHeader } from '../utils/cache.ts';
import { MiddlewareMixin } from '../utils/deprecation.ts';
import { parseHttpDateSafe } from '../utils/http.ts';
import { defineModule } from '../utils/module-loading.ts';

/** Names pages by their hash, and answers 304 where the visitor has the page. @models django.middleware.http:ConditionalGetMiddleware */
export class ConditionalGetMiddleware extends MiddlewareMixin {
  /** @models django.middleware.http:ConditionalGetMiddleware.process_response */
  processResponse(request: HttpRequest, response: HttpResponseBase): HttpResponseBase {
    if (request.method !== 'GET') return response;
    if (this.needsEtag(response) && !response.hasHeader('ETag')) setResponseEtag(response);
    const etag = response.get('ETag');
    const date = response.get('Last-Modified');
    const lastModified = date ? parseHttpDateSafe(date) : null;
    if (!etag && !lastModified) return response;
    return getConditionalResponse(request, { etag, lastModified }, response);
  }

  /** Whether a page is to be named; not where nobody may keep it. @models django.middleware.http:ConditionalGetMiddleware.needs_etag */
  needsEtag(response: HttpResponseBase): boolean {
    const directives = splitHeader(response.get('Cache-Control', ''));
    return directives.every((directive) => directive.toLowerCase() !== 'no-store');
  }
}

defineModule('django.middleware.http', { ConditionalGetMiddleware });

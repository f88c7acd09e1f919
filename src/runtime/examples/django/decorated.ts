/**
 * Views with decorators.
 *
 * @module
 */

import { HttpResponse } from '../../django/http.ts';
import type { HttpRequest } from '../../django/http/request.ts';
import { path } from '../../django/urls.ts';
import type { UrlconfModule, View } from '../../django/urls/types.ts';
import { cacheControl, neverCache } from '../../django/views/decorators/cache.ts';
import {
  xframeOptionsDeny,
  xframeOptionsExempt,
  xframeOptionsSameorigin,
} from '../../django/views/decorators/clickjacking.ts';
import { csrfExempt } from '../../django/views/decorators/csrf.ts';
import {
  condition,
  conditionalPage,
  etag,
  lastModified,
  requireGET,
  requireHttpMethods,
  requirePOST,
  requireSafe,
} from '../../django/views/decorators/http.ts';
import { varyOnCookie, varyOnHeaders } from '../../django/views/decorators/vary.ts';
import { registerModule } from '../../importlib.ts';
import { text } from './plain.ts';

const MOMENT = new Date('2019-04-01T12:30:15Z');

const tagOf = (request: HttpRequest) => `"${request.GET.get('tag', 'abc')}"`;

const momentOf = (request: HttpRequest) => (request.GET.has('never') ? null : MOMENT);

const says =
  (word: string): View =>
  () =>
    text(word);

const agent: View = () => {
  const response = new HttpResponse('agent');
  response.set('ETag', '"own"');
  response.set('Vary', 'Accept');
  return response;
};

/** The views and their addresses. */
export function decorated(): UrlconfModule {
  return {
    urlpatterns: [
      path('get/', requireGET(says('get'))),
      path('post/', csrfExempt(requirePOST(says('post')))),
      path('safe/', requireSafe(says('safe'))),
      path('put/', csrfExempt(requireHttpMethods(['PUT', 'PATCH'])(says('put')))),
      path('tagged/', csrfExempt(etag(tagOf)(says('tagged')))),
      path('dated/', csrfExempt(lastModified(momentOf)(says('dated')))),
      path('both/', csrfExempt(condition(tagOf, momentOf)(says('both')))),
      path('page/', conditionalPage(says('a page'))),
      path('never/', neverCache(says('never'))),
      path('control/', cacheControl({ private: true, maxAge: 60 })(says('control'))),
      path('varied/', varyOnHeaders('Accept', 'X-Custom')(varyOnCookie(says('varied')))),
      path('deny/', xframeOptionsDeny(says('deny'))),
      path('same/', xframeOptionsSameorigin(says('same'))),
      path('exempt/', xframeOptionsExempt(says('exempt'))),
      path('agent/', agent),
    ],
  };
}

registerModule('demo.decorated', decorated);

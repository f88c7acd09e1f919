/**
 * A view that sends the visitor elsewhere. In Python this is in `django.views.generic.base`.
 *
 * @module
 */

import { percent } from '../../../string/percent.ts';
import type { HttpRequest } from '../../http/request.ts';
import type { HttpResponseBase } from '../../http/response-base.ts';
import {
  HttpResponseGone,
  HttpResponsePermanentRedirect,
  HttpResponseRedirect,
} from '../../http/response.ts';
import { reverse } from '../../urls/reverse.ts';
import { type Given, logger, splitGiven, View } from './base.ts';

/** Sends the visitor elsewhere, whatever the method but TRACE; 410 where there is no elsewhere. @models django.views.generic.base:RedirectView */
export class RedirectView extends View {
  /** 301 rather than 302. */
  permanent = false;
  /** Where to; `%(pk)s` in it is the capture of that name. */
  url: string | null = null;
  /** The name of an address of this site. */
  patternName: string | null = null;
  /** Whether the query goes along. */
  queryString = false;

  /** Where to, with the captures in it; `null` for nowhere. @throws {NoReverseMatch} @throws {KeyError} for a capture that there is not. @models django.views.generic.base:RedirectView.get_redirect_url */
  getRedirectUrl(...given: Given): string | null {
    const [args, kwargs] = splitGiven(given);
    let url: string;
    if (this.url) url = percent(this.url, kwargs);
    else if (this.patternName) url = reverse(this.patternName, { args, kwargs });
    else return null;
    const query = this.request.META.QUERY_STRING ?? '';
    return query && this.queryString ? `${url}?${query}` : url;
  }

  /** Answers with the address. @models django.views.generic.base:RedirectView.get */
  get(request: HttpRequest, ...given: Given): HttpResponseBase {
    const url = this.getRedirectUrl(...given);
    if (!url) {
      logger.warning(`Gone: ${request.path}`, { extra: { statusCode: 410, request } });
      return new HttpResponseGone();
    }
    return this.permanent ? new HttpResponsePermanentRedirect(url) : new HttpResponseRedirect(url);
  }

  /** As `get`. @models django.views.generic.base:RedirectView.head */
  head(request: HttpRequest, ...given: Given): HttpResponseBase {
    return this.get(request, ...given);
  }

  /** As `get`. @models django.views.generic.base:RedirectView.post */
  post(request: HttpRequest, ...given: Given): HttpResponseBase {
    return this.get(request, ...given);
  }

  /** As `get`. @models django.views.generic.base:RedirectView.options */
  override options(request: HttpRequest, ...given: Given): HttpResponseBase {
    return this.get(request, ...given);
  }

  /** As `get`. @models django.views.generic.base:RedirectView.delete */
  delete(request: HttpRequest, ...given: Given): HttpResponseBase {
    return this.get(request, ...given);
  }

  /** As `get`. @models django.views.generic.base:RedirectView.put */
  put(request: HttpRequest, ...given: Given): HttpResponseBase {
    return this.get(request, ...given);
  }

  /** As `get`. @models django.views.generic.base:RedirectView.patch */
  patch(request: HttpRequest, ...given: Given): HttpResponseBase {
    return this.get(request, ...given);
  }
}

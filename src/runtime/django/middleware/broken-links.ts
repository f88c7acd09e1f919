/**
 * Telling the managers of a site about links that lead nowhere.
 *
 * @module
 */

import { settings } from '../conf.ts';
import { mailManagers } from '../core/mail.ts';
import type { HttpRequest } from '../http/request.ts';
import type { HttpResponseBase } from '../http/response-base.ts';
import { urlparse } from '../../urllib/urlparse.ts';
import { MiddlewareMixin } from '../utils/deprecation.ts';

/** Sends a message for each 404 that a link led to. @models django.middleware.common:BrokenLinkEmailsMiddleware */
export class BrokenLinkEmailsMiddleware extends MiddlewareMixin {
  /** @models django.middleware.common:BrokenLinkEmailsMiddleware.process_response */
  processResponse(request: HttpRequest, response: HttpResponseBase): HttpResponseBase {
    if (response.statusCode !== 404 || settings.DEBUG) return response;
    const domain = request.getHost();
    const path = request.getFullPath();
    const referer = request.META.HTTP_REFERER ?? '';
    if (this.isIgnorableRequest(request, path, domain, referer)) return response;
    const agent = request.META.HTTP_USER_AGENT ?? '<none>';
    const address = request.META.REMOTE_ADDR ?? '<none>';
    const internal = this.isInternalRequest(domain, referer) ? 'INTERNAL ' : '';
    mailManagers(
      `Broken ${internal}link on ${domain}`,
      `Referrer: ${referer}\nRequested URL: ${path}\nUser agent: ${agent}\nIP address: ${String(address)}\n`,
      { failSilently: true },
    );
    return response;
  }

  /** Whether the link is on this site. @models django.middleware.common:BrokenLinkEmailsMiddleware.is_internal_request */
  isInternalRequest(domain: string, referer: string): boolean {
    return [`http://${domain}/`, `https://${domain}/`].some((site) => referer.startsWith(site));
  }

  /** Whether nobody needs to know: no link, one without the slash, a search engine's, the page's own, or one of `IGNORABLE_404_URLS`. @models django.middleware.common:BrokenLinkEmailsMiddleware.is_ignorable_request */
  isIgnorableRequest(_request: HttpRequest, uri: string, domain: string, referer: string): boolean {
    if (!referer) return true;
    if (settings.APPEND_SLASH && uri.endsWith('/') && referer === uri.slice(0, -1)) return true;
    if (!this.isInternalRequest(domain, referer) && referer.includes('?')) return true;
    const { netloc, path } = urlparse(referer);
    if (['', domain].includes(netloc) && path === uri) return true;
    return settings.IGNORABLE_404_URLS.some((pattern) => pattern.search(uri));
  }
}

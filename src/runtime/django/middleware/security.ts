/**
 * Headers and a redirect that keep visitors on https.
 *
 * @module
 */

import { compile, type Pattern } from '../../re.ts';
import { settings } from '../conf.ts';
import type { Answer, GetResponse } from '../core/handlers/types.ts';
import type { HttpRequest } from '../http/request.ts';
import type { HttpResponseBase } from '../http/response-base.ts';
import { HttpResponsePermanentRedirect } from '../http/response.ts';
import { MiddlewareMixin } from '../utils/deprecation.ts';
import { defineModule } from '../utils/module-loading.ts';

/** Redirects to https and sets the headers that settings ask for; it reads them when it is made. @models django.middleware.security:SecurityMiddleware */
export class SecurityMiddleware extends MiddlewareMixin {
  readonly stsSeconds = settings.SECURE_HSTS_SECONDS;
  readonly stsIncludeSubdomains = settings.SECURE_HSTS_INCLUDE_SUBDOMAINS;
  readonly stsPreload = settings.SECURE_HSTS_PRELOAD;
  readonly contentTypeNosniff = settings.SECURE_CONTENT_TYPE_NOSNIFF;
  readonly xssFilter = settings.SECURE_BROWSER_XSS_FILTER;
  readonly redirect = settings.SECURE_SSL_REDIRECT;
  readonly redirectHost = settings.SECURE_SSL_HOST;
  readonly redirectExempt: readonly Pattern[];

  /** @models django.middleware.security:SecurityMiddleware.__init__ */
  constructor(getResponse?: GetResponse) {
    super(getResponse);
    this.redirectExempt = settings.SECURE_REDIRECT_EXEMPT.map(compile);
  }

  /** @models django.middleware.security:SecurityMiddleware.process_request */
  processRequest(request: HttpRequest): Answer {
    if (!this.redirect || request.isSecure()) return null;
    const path = request.path.replace(/^\/+/, '');
    if (this.redirectExempt.some((pattern) => pattern.search(path))) return null;
    const host = this.redirectHost || request.getHost();
    return new HttpResponsePermanentRedirect(`https://${host}${request.getFullPath()}`);
  }

  /** @models django.middleware.security:SecurityMiddleware.process_response */
  processResponse(request: HttpRequest, response: HttpResponseBase): HttpResponseBase {
    if (this.stsSeconds && request.isSecure()) {
      response.setdefault('Strict-Transport-Security', this.#transportSecurity());
    }
    if (this.contentTypeNosniff) response.setdefault('X-Content-Type-Options', 'nosniff');
    if (this.xssFilter) response.setdefault('X-XSS-Protection', '1; mode=block');
    return response;
  }

  #transportSecurity(): string {
    const subdomains = this.stsIncludeSubdomains ? '; includeSubDomains' : '';
    return `max-age=${this.stsSeconds}${subdomains}${this.stsPreload ? '; preload' : ''}`;
  }
}

defineModule('django.middleware.security', { SecurityMiddleware });

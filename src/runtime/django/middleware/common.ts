/**
 * What nearly every site wants: one address for each page, and a length on each response.
 *
 * @module
 */

import { settings, RuntimeError } from '../conf.ts';
import { PermissionDenied } from '../core/exceptions.ts';
import type { Answer } from '../core/handlers/types.ts';
import type { HttpRequest } from '../http/request.ts';
import type { HttpResponseBase } from '../http/response-base.ts';
import {
  HttpResponse,
  HttpResponsePermanentRedirect,
  type HttpResponseRedirectBase,
} from '../http/response.ts';
import { isValidPath } from '../urls/base.ts';
import { MiddlewareMixin } from '../utils/deprecation.ts';
import { escapeLeadingSlashes } from '../utils/http.ts';
import { defineModule } from '../utils/module-loading.ts';
import { BrokenLinkEmailsMiddleware } from './broken-links.ts';

export { BrokenLinkEmailsMiddleware } from './broken-links.ts';

const WITH_BODY = ['POST', 'PUT', 'PATCH'];

/** Appends slashes, prepends `www.`, sets `Content-Length`, keeps some browsers out. @models django.middleware.common:CommonMiddleware */
export class CommonMiddleware extends MiddlewareMixin {
  /** The kind of redirect; a subclass may take another. */
  readonly responseRedirectClass: new (to: string) => HttpResponseRedirectBase =
    HttpResponsePermanentRedirect;

  /** @throws {PermissionDenied} for a browser that is kept out. @throws {DisallowedHost} @models django.middleware.common:CommonMiddleware.process_request */
  processRequest(request: HttpRequest): Answer {
    const browser = request.META.HTTP_USER_AGENT;
    if (
      browser !== undefined &&
      settings.DISALLOWED_USER_AGENTS.some((bad) => bad.search(browser))
    ) {
      throw new PermissionDenied('Forbidden user agent');
    }
    const host = request.getHost();
    const mustPrepend = settings.PREPEND_WWW && host && !host.startsWith('www.');
    const site = mustPrepend ? `${request.scheme}://www.${host}` : '';
    const path = this.shouldRedirectWithSlash(request)
      ? this.getFullPathWithSlash(request)
      : request.getFullPath();
    if (!site && path === request.getFullPath()) return null;
    return new this.responseRedirectClass(site + path);
  }

  /** Whether a slash at the end would make an address of what is none. @models django.middleware.common:CommonMiddleware.should_redirect_with_slash */
  shouldRedirectWithSlash(request: HttpRequest): boolean {
    const { pathInfo, urlconf = null } = request;
    if (!settings.APPEND_SLASH || pathInfo.endsWith('/')) return false;
    return !isValidPath(pathInfo, urlconf) && isValidPath(`${pathInfo}/`, urlconf);
  }

  /** The full path with a slash. @throws {RuntimeError} where DEBUG is on and a body would be lost. @models django.middleware.common:CommonMiddleware.get_full_path_with_slash */
  getFullPathWithSlash(request: HttpRequest): string {
    const path = escapeLeadingSlashes(request.getFullPath(true));
    const { method } = request;
    if (settings.DEBUG && method !== null && WITH_BODY.includes(method)) {
      throw new RuntimeError(
        `You called this URL via ${method}, but the URL doesn't end in a slash and you have APPEND_SLASH set. Django can't redirect to the slash URL while maintaining ${method} data. Change your form to point to ${request.getHost()}${path} (note the trailing slash), or set APPEND_SLASH=False in your Django settings.`,
      );
    }
    return path;
  }

  /** @models django.middleware.common:CommonMiddleware.process_response */
  processResponse(request: HttpRequest, response: HttpResponseBase): HttpResponseBase {
    if (response.statusCode === 404 && this.shouldRedirectWithSlash(request)) {
      return new this.responseRedirectClass(this.getFullPathWithSlash(request));
    }
    if (response instanceof HttpResponse && !response.hasHeader('Content-Length')) {
      response.set('Content-Length', response.content.length);
    }
    return response;
  }
}

defineModule('django.middleware.common', { BrokenLinkEmailsMiddleware, CommonMiddleware });

/**
 * Protection against forms that another site has a visitor send.
 *
 * @module
 */

import { isNone } from '../../objects.ts';
import { getLogger } from '../../logging.ts';
import { settings } from '../conf.ts';
import type { SessionBase } from '../contrib/sessions/backends/base.ts';
import { ImproperlyConfigured } from '../core/exceptions.ts';
import type { Answer } from '../core/handlers/types.ts';
import { type HttpRequest, UnreadablePostError } from '../http/request.ts';
import type { HttpResponseBase } from '../http/response-base.ts';
import { getCallable } from '../urls/callable.ts';
import type { Kwargs, View } from '../urls/types.ts';
import { patchVaryHeaders } from '../utils/cache.ts';
import { MiddlewareMixin } from '../utils/deprecation.ts';
import { logResponse } from '../utils/log.ts';
import { defineModule } from '../utils/module-loading.ts';
import '../views/csrf.ts';
import { CSRF_SESSION_KEY, REASON_BAD_TOKEN, REASON_NO_CSRF_COOKIE } from './csrf-reasons.ts';
import { refererFault } from './csrf-referer.ts';
import { compareSaltedTokens, sanitizeToken } from './csrf-token.ts';

export * from './csrf-reasons.ts';
export * from './csrf-token.ts';

declare module '../http/request.ts' {
  interface HttpRequest {
    /** Whether a decorator or the middleware has let the request through already. */
    csrfProcessingDone?: boolean;
    /** Lets a form through unchecked; tests set it. */
    _dontEnforceCsrfChecks?: boolean;
  }
}

declare module '../http/response-base.ts' {
  interface HttpResponseBase {
    /** Whether the cookie is in it already. */
    csrfCookieSet?: boolean;
  }
}

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS', 'TRACE'];

/** The logger of refused forms. @models django.middleware.csrf:logger */
export const csrfLogger = getLogger('django.security.csrf', { atImport: true });

/** Lets a form through if it brings back the secret of the visitor's cookie. @models django.middleware.csrf:CsrfViewMiddleware */
export class CsrfViewMiddleware extends MiddlewareMixin {
  /** Keeps the visitor's token for the request. @throws {ImproperlyConfigured} @models django.middleware.csrf:CsrfViewMiddleware.process_request */
  processRequest(request: HttpRequest): Answer {
    const token = this.#readToken(request);
    if (!isNone(token)) request.META.CSRF_COOKIE = token;
    return null;
  }

  /** Checks the form once the view is known. @models django.middleware.csrf:CsrfViewMiddleware.process_view */
  processView(
    request: HttpRequest,
    callback: View,
    _args: readonly unknown[],
    _kwargs: Kwargs,
  ): Answer {
    if (request.csrfProcessingDone) return null;
    if ((callback as { csrfExempt?: boolean }).csrfExempt) return null;
    if (SAFE_METHODS.includes(request.method ?? '')) return this._accept(request);
    if (request._dontEnforceCsrfChecks) return this._accept(request);
    const reason = (request.isSecure() ? refererFault(request) : null) ?? tokenFault(request);
    return reason === null ? this._accept(request) : this._reject(request, reason);
  }

  /** Sends the cookie where the token was asked for. @models django.middleware.csrf:CsrfViewMiddleware.process_response */
  processResponse(request: HttpRequest, response: HttpResponseBase): HttpResponseBase {
    const isSet = response.csrfCookieSet && !request.csrfCookieNeedsReset;
    if (isSet || !request.META.CSRF_COOKIE_USED) return response;
    this.#sendToken(request, response);
    response.csrfCookieSet = true;
    return response;
  }

  /** Remembers that the request may pass. @models django.middleware.csrf:CsrfViewMiddleware._accept */
  protected _accept(request: HttpRequest): Answer {
    request.csrfProcessingDone = true;
    return null;
  }

  /** Answers with the failure view and logs why. @models django.middleware.csrf:CsrfViewMiddleware._reject */
  protected _reject(request: HttpRequest, reason: string): Answer {
    const response = getFailureView()(request, { reason });
    logResponse(`Forbidden (${reason}): ${request.path}`, response, request, null, csrfLogger);
    return response;
  }

  /** @models django.middleware.csrf:CsrfViewMiddleware._get_token */
  #readToken(request: HttpRequest): unknown {
    if (settings.CSRF_USE_SESSIONS) return sessionOf(request).get(CSRF_SESSION_KEY);
    const cookie = request.COOKIES.get(settings.CSRF_COOKIE_NAME);
    if (cookie === undefined) return null;
    const token = sanitizeToken(cookie);
    if (token !== cookie) request.csrfCookieNeedsReset = true;
    return token;
  }

  /** @models django.middleware.csrf:CsrfViewMiddleware._set_token */
  #sendToken(request: HttpRequest, response: HttpResponseBase): void {
    const token = String(request.META.CSRF_COOKIE);
    if (settings.CSRF_USE_SESSIONS) {
      const session = sessionOf(request);
      if (session.get(CSRF_SESSION_KEY) !== token) session.set(CSRF_SESSION_KEY, token);
      return;
    }
    response.setCookie(settings.CSRF_COOKIE_NAME, token, {
      maxAge: settings.CSRF_COOKIE_AGE,
      domain: settings.CSRF_COOKIE_DOMAIN,
      path: settings.CSRF_COOKIE_PATH,
      secure: settings.CSRF_COOKIE_SECURE,
      httponly: settings.CSRF_COOKIE_HTTPONLY,
      samesite: settings.CSRF_COOKIE_SAMESITE,
    });
    patchVaryHeaders(response, ['Cookie']);
  }
}

/** @models django.middleware.csrf:_get_failure_view */
function getFailureView() {
  return getCallable(settings.CSRF_FAILURE_VIEW);
}

function sessionOf(request: HttpRequest): SessionBase {
  if ('session' in request) return request.session as SessionBase;
  throw new ImproperlyConfigured(
    'CSRF_USE_SESSIONS is enabled, but request.session is not set. SessionMiddleware must appear before CsrfViewMiddleware in MIDDLEWARE.',
  );
}

function tokenFault(request: HttpRequest): string | null {
  const { CSRF_COOKIE: cookie } = request.META;
  if (typeof cookie !== 'string') return REASON_NO_CSRF_COOKIE;
  const brought = fieldOf(request) || request.META[settings.CSRF_HEADER_NAME] || '';
  return compareSaltedTokens(sanitizeToken(brought), cookie) ? null : REASON_BAD_TOKEN;
}

/** The token in the form; a visitor who went away while sending it brought none. */
function fieldOf(request: HttpRequest): string {
  if (request.method !== 'POST') return '';
  try {
    return request.POST.get('csrfmiddlewaretoken', '');
  } catch (error) {
    if (error instanceof UnreadablePostError) return '';
    throw error;
  }
}

defineModule('django.middleware.csrf', { CsrfViewMiddleware });

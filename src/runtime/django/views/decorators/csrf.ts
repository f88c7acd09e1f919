/**
 * Protection of single views against forged forms.
 *
 * @module
 */

import type { Answer } from '../../core/handlers/types.ts';
import type { HttpRequest } from '../../http/request.ts';
import { CsrfViewMiddleware, getToken } from '../../middleware/csrf.ts';
import type { Kwargs, View } from '../../urls/types.ts';
import { type AnyView, decoratorFromMiddleware, wraps } from '../../utils/decorators.ts';

/** Protects a view as the middleware does; both together do no harm. @models django.views.decorators.csrf:csrf_protect */
export const csrfProtect = decoratorFromMiddleware(CsrfViewMiddleware);

/** Knows the token but refuses no form. @models django.views.decorators.csrf:_EnsureCsrfToken */
class EnsureCsrfToken extends CsrfViewMiddleware {
  protected override _reject(): Answer {
    return null;
  }
}

/** Has a view's template find the token, and refuses nothing. @models django.views.decorators.csrf:requires_csrf_token */
export const requiresCsrfToken = decoratorFromMiddleware(EnsureCsrfToken);

/** Sends the cookie in any case. @models django.views.decorators.csrf:_EnsureCsrfCookie */
class EnsureCsrfCookie extends EnsureCsrfToken {
  override processView(
    request: HttpRequest,
    callback: View,
    args: readonly unknown[],
    kwargs: Kwargs,
  ): Answer {
    const answer = super.processView(request, callback, args, kwargs);
    getToken(request);
    return answer;
  }
}

/** Has a view send the cookie, whether its page holds a form or not. @models django.views.decorators.csrf:ensure_csrf_cookie */
export const ensureCsrfCookie = decoratorFromMiddleware(EnsureCsrfCookie);

/** A view like the given one, which the middleware lets be. @models django.views.decorators.csrf:csrf_exempt */
export function csrfExempt<V extends View>(view: V): V & { csrfExempt: true } {
  const exempt = wraps(view, (request: HttpRequest, ...given: unknown[]) =>
    (view as unknown as AnyView)(request, ...given),
  );
  return Object.assign(exempt, { csrfExempt: true } as const);
}

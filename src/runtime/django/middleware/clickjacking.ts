/**
 * Whether other sites may show a page in a frame.
 *
 * @module
 */

import { missingAttribute } from '../../objects.ts';
import { settings } from '../conf.ts';
import type { HttpRequest } from '../http/request.ts';
import { HttpResponseBase } from '../http/response-base.ts';
import { MiddlewareMixin } from '../utils/deprecation.ts';
import { defineModule } from '../utils/module-loading.ts';

declare module '../http/response-base.ts' {
  interface HttpResponseBase {
    /** Whether frames are allowed on any site. */
    xframeOptionsExempt?: boolean;
  }
}

/** Sets `X-Frame-Options`, unless it is there or the view wants none. @models django.middleware.clickjacking:XFrameOptionsMiddleware */
export class XFrameOptionsMiddleware extends MiddlewareMixin {
  /** @throws {AttributeError} for what is no response. @models django.middleware.clickjacking:XFrameOptionsMiddleware.process_response */
  processResponse(request: HttpRequest, response: HttpResponseBase): HttpResponseBase {
    if (!(response instanceof HttpResponseBase)) throw missingAttribute(response, 'get');
    if (response.get('X-Frame-Options') !== null || response.xframeOptionsExempt) return response;
    response.set('X-Frame-Options', this.getXframeOptionsValue(request, response));
    return response;
  }

  /** The header's value; a subclass may decide by request and response. @models django.middleware.clickjacking:XFrameOptionsMiddleware.get_xframe_options_value */
  getXframeOptionsValue(_request: HttpRequest, _response: HttpResponseBase): string {
    return settings.X_FRAME_OPTIONS.toUpperCase();
  }
}

defineModule('django.middleware.clickjacking', { XFrameOptionsMiddleware });

/**
 * Layers: one that logs its five hooks, and small ones that each do one thing.
 *
 * @module
 */

import { ValueError } from '../../builtins.ts';
import { MiddlewareNotUsed, PermissionDenied } from '../../django/core/exceptions.ts';
import type { Answer, GetResponse, MiddlewareObject } from '../../django/core/handlers/types.ts';
import { Http404, HttpResponse } from '../../django/http.ts';
import type { HttpRequest } from '../../django/http/request.ts';
import { HttpResponseBase } from '../../django/http/response-base.ts';
import type { Kwargs, View } from '../../django/urls/types.ts';
import { registerModule } from '../../importlib.ts';
import { getLogger } from '../../logging.ts';
import { missingAttribute } from '../../objects.ts';

const logger = getLogger('demo');

abstract class Layer implements MiddlewareObject {
  readonly getResponse: GetResponse;

  constructor(getResponse: GetResponse) {
    this.getResponse = getResponse;
  }

  __call__(request: HttpRequest): HttpResponseBase {
    return this.getResponse(request);
  }
}

/** Logs what it is asked, hook by hook. */
export class HookLog extends Layer {
  override __call__(request: HttpRequest): HttpResponseBase {
    logger.info(`request ${request.method} ${request.path}`);
    const response = this.getResponse(request);
    if (!(response instanceof HttpResponseBase)) throw missingAttribute(response, 'status_code');
    logger.info(`response ${response.statusCode}`);
    return response;
  }

  processView(
    _request: HttpRequest,
    _view: View,
    args: readonly unknown[],
    kwargs: Kwargs,
  ): Answer {
    const names = Object.keys(kwargs).toSorted().join(', ');
    logger.info(`view with ${args.length} args and kwargs [${names}]`);
    return null;
  }

  processTemplateResponse(_request: HttpRequest, response: HttpResponseBase): HttpResponseBase {
    logger.info('template response');
    return response;
  }

  processException(_request: HttpRequest, exception: Error): Answer {
    logger.info(`exception ${exception.name}`);
    return null;
  }
}

/** The same once more, for stacks of two. */
export class Inner extends HookLog {}

/** A layer that is a function: adds a header. */
export function header(getResponse: GetResponse): GetResponse {
  return (request) => {
    const response = getResponse(request);
    response.set('X-Layer', request.path);
    return response;
  };
}

/** Answers itself where it is asked to, without those further in. */
export function early(getResponse: GetResponse): GetResponse {
  return (request) => {
    if (request.GET.has('early')) return new HttpResponse('early');
    if (request.GET.has('missing')) throw new Http404('missing in a layer');
    if (request.GET.has('forbidden')) throw new PermissionDenied('forbidden in a layer');
    if (request.GET.has('broken')) throw new ValueError('broken in a layer');
    return getResponse(request);
  };
}

/** Answers exceptions of views. */
export class Rescue extends Layer {
  processException(_request: HttpRequest, exception: Error): Answer {
    return new HttpResponse(`rescued from ${exception.name}`, { status: 503 });
  }
}

/** Answers before the view is called. */
export class Replace extends Layer {
  processView(): Answer {
    return new HttpResponse('instead of the view');
  }
}

/** Forgets to give the response back. */
export class Forget extends Layer {
  override __call__(request: HttpRequest): HttpResponseBase {
    this.getResponse(request);
    return null as unknown as HttpResponseBase;
  }
}

/** Has each request resolved by the URLconf that its header names. */
export class Elsewhere extends Layer {
  override __call__(request: HttpRequest): HttpResponseBase {
    const { HTTP_X_URLCONF: urlconf } = request.META;
    if (urlconf !== undefined) request.urlconf = urlconf;
    return this.getResponse(request);
  }
}

/** Leaves as soon as it is made. */
export class Unused extends Layer {
  constructor(getResponse: GetResponse) {
    super(getResponse);
    throw new MiddlewareNotUsed('nobody needs it');
  }
}

/** Makes no layer, which is an error. */
export function nothing(_getResponse: GetResponse): null {
  return null;
}

registerModule('demo.middleware', {
  early,
  Elsewhere,
  Forget,
  header,
  HookLog,
  Inner,
  nothing,
  Replace,
  Rescue,
  Unused,
});

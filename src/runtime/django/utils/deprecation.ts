/**
 * What Django means to remove, and the class that makes a layer out of a request hook and a
 * response hook.
 *
 * @module
 */

import { DeprecationWarning, PendingDeprecationWarning } from '../../builtins.ts';
import { truth } from '../../objects.ts';
import type { Answer, GetResponse, MiddlewareObject } from '../core/handlers/types.ts';
import type { HttpRequest } from '../http/request.ts';
import type { HttpResponseBase } from '../http/response-base.ts';

/** A use that Django 3.0 refuses. @models django.utils.deprecation:RemovedInDjango30Warning */
export class RemovedInDjango30Warning extends DeprecationWarning {
  override name = 'RemovedInDjango30Warning';
}

/** A use that Django 3.1 refuses. @models django.utils.deprecation:RemovedInDjango31Warning */
export class RemovedInDjango31Warning extends PendingDeprecationWarning {
  override name = 'RemovedInDjango31Warning';
}

interface Hooks {
  processRequest?: (request: HttpRequest) => Answer;
  processResponse?: (request: HttpRequest, response: HttpResponseBase) => HttpResponseBase;
}

/** A layer with `processRequest` and `processResponse`, both optional. @models django.utils.deprecation:MiddlewareMixin */
export class MiddlewareMixin implements MiddlewareObject {
  readonly getResponse: GetResponse;

  /** Without a next layer, as decorators make one, it can only be asked for its hooks. */
  constructor(getResponse: GetResponse = noNextLayer) {
    this.getResponse = getResponse;
  }

  /** Runs the hooks around the next layer; a request hook that answers keeps it from being entered. @models django.utils.deprecation:MiddlewareMixin.__call__ */
  __call__(request: HttpRequest): HttpResponseBase {
    const hooks = this as Hooks;
    const answer = hooks.processRequest?.(request);
    const response = truth(answer) ? (answer as HttpResponseBase) : this.getResponse(request);
    return hooks.processResponse ? hooks.processResponse(request, response) : response;
  }
}

function noNextLayer(): never {
  throw new TypeError("'NoneType' object is not callable");
}

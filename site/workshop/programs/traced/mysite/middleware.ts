/**
 * Layers that readers may put around their view; `middleware.py` has the same in Python.
 *
 * @module
 */

import { ValueError } from '#runtime/builtins';
import type { GetResponse } from '#runtime/django/core/handlers/types';
import { HttpResponse } from '#runtime/django/http';
import type { HttpRequest } from '#runtime/django/http/request';
import { MiddlewareMixin } from '#runtime/django/utils/deprecation';
import { registerModule } from '#runtime/importlib';

/** @models mysite.middleware:Rescue */
class Rescue extends MiddlewareMixin {
  /** @models mysite.middleware:Rescue.process_exception */
  processException(_request: HttpRequest, _exception: Error): HttpResponse {
    return new HttpResponse('Rescued', { status: 503 });
  }
}

/** @models mysite.middleware:gate */
function gate(_getResponse: GetResponse): GetResponse {
  /** @models mysite.middleware:gate.<locals>.middleware */
  function middleware(_request: HttpRequest): HttpResponse {
    return new HttpResponse('Answered at the gate');
  }
  return middleware;
}

/** @models mysite.middleware:stumble */
function stumble(_getResponse: GetResponse): GetResponse {
  /** @models mysite.middleware:stumble.<locals>.middleware */
  function middleware(_request: HttpRequest): never {
    throw new ValueError('a layer stumbles');
  }
  return middleware;
}

registerModule('mysite', {}, { package: true });
registerModule('mysite.middleware', { Rescue, gate, stumble });

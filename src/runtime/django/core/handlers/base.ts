/**
 * The chain of middleware and what lies in its middle.
 *
 * @module
 */

import { isException, ValueError } from '../../../builtins.ts';
import { isClass, isNone, missingAttribute, truth } from '../../../objects.ts';
import { repr } from '../../../repr.ts';
import { settings } from '../../conf.ts';
import { connections } from '../../db.ts';
import { aliasesWithoutTransaction } from '../../db/non-atomic-requests.ts';
import { atomic } from '../../db/transaction.ts';
import type { HttpRequest } from '../../http/request.ts';
import { HttpResponseBase } from '../../http/response-base.ts';
import { setUrlconf } from '../../urls/base.ts';
import { dottedName } from '../../urls/resolver-match.ts';
import { getResolver } from '../../urls/resolvers.ts';
import type { View } from '../../urls/types.ts';
import { logResponse, requestLogger } from '../../utils/log.ts';
import { importString, moduleOf } from '../../utils/module-loading.ts';
import { ImproperlyConfigured, MiddlewareNotUsed } from '../exceptions.ts';
import { requestFinished } from '../signals.ts';
import { convertExceptionToResponse } from './exception.ts';
import type {
  Answer,
  GetResponse,
  Middleware,
  MiddlewareFactory,
  MiddlewareHooks,
} from './types.ts';

type Hook<Name extends keyof MiddlewareHooks> = NonNullable<MiddlewareHooks[Name]>;
type TemplateHook = Hook<'processTemplateResponse'> & { owner: Middleware };

/** Loads middleware and leads requests through it. @models django.core.handlers.base:BaseHandler */
export class BaseHandler {
  #viewMiddleware: Hook<'processView'>[] = [];
  #templateResponseMiddleware: TemplateHook[] = [];
  #exceptionMiddleware: Hook<'processException'>[] = [];
  #middlewareChain: GetResponse | null = null;

  /** Builds the chain from `MIDDLEWARE`, innermost layer first. @throws {ImproperlyConfigured} @models django.core.handlers.base:BaseHandler.load_middleware */
  loadMiddleware(): void {
    this.#viewMiddleware = [];
    this.#templateResponseMiddleware = [];
    this.#exceptionMiddleware = [];
    let handler = convertExceptionToResponse((request) => this._getResponse(request));
    for (const entry of settings.MIDDLEWARE.toReversed()) {
      const layer = makeLayer(entry, handler);
      if (layer === 'not used') continue;
      this.#collectHooks(layer);
      handler = convertExceptionToResponse((request) => enter(layer, request));
    }
    this.#middlewareChain = handler;
  }

  /** The view in a transaction of each database with `ATOMIC_REQUESTS`, unless it does without. @models django.core.handlers.base:BaseHandler.make_view_atomic */
  makeViewAtomic(view: View): View {
    const without = aliasesWithoutTransaction(view);
    let made = view;
    for (const { settingsDict, alias } of connections.all()) {
      if (!settingsDict.ATOMIC_REQUESTS || without.has(alias)) continue;
      made = atomic({ using: alias }).decorate(made);
    }
    return made;
  }

  /** The response to a request, through the whole chain. @models django.core.handlers.base:BaseHandler.get_response */
  getResponse(request: HttpRequest): HttpResponseBase {
    setUrlconf(settings.ROOT_URLCONF);
    if (!this.#middlewareChain) throw new TypeError("'NoneType' object is not callable");
    const response: unknown = this.#middlewareChain(request);
    if (!(response instanceof HttpResponseBase)) {
      throw missingAttribute(response, '_closable_objects');
    }
    response._closableObjects.push(request);
    if (response.statusCode >= 400) {
      logResponse(`${response.reasonPhrase}: ${request.path}`, response, request);
    }
    return response;
  }

  /** The innermost step: resolve, view hooks, view, template hooks, render. @models django.core.handlers.base:BaseHandler._get_response */
  protected _getResponse(request: HttpRequest): HttpResponseBase {
    const match = resolverFor(request).resolve(request.pathInfo);
    const { func, args, kwargs } = match;
    request.resolverMatch = match;

    let response: unknown = null;
    for (const processView of this.#viewMiddleware) {
      response = processView(request, func, args, kwargs);
      if (truth(response)) break;
    }
    if (isNone(response)) {
      const view = this.makeViewAtomic(func);
      response = this.#guarded(request, () => callView(view, request, args, kwargs));
    }
    if (isNone(response)) {
      throw new ValueError(
        `The view ${dottedName(func)} didn't return an HttpResponse object. It returned None instead.`,
      );
    }
    return (canRender(response) ? this.#render(request, response) : response) as HttpResponseBase;
  }

  /** The first answer of an exception hook. @throws the exception itself where none answers. @models django.core.handlers.base:BaseHandler.process_exception_by_middleware */
  processExceptionByMiddleware(exception: Error, request: HttpRequest): Answer {
    for (const processException of this.#exceptionMiddleware) {
      const response = processException(request, exception);
      if (truth(response)) return response;
    }
    throw exception;
  }

  #collectHooks(layer: Middleware): void {
    if (layer.processView) {
      this.#viewMiddleware.unshift(layer.processView.bind(layer));
    }
    if (layer.processTemplateResponse) {
      const hook = layer.processTemplateResponse.bind(layer);
      this.#templateResponseMiddleware.push(Object.assign(hook, { owner: layer }));
    }
    if (layer.processException) {
      this.#exceptionMiddleware.push(layer.processException.bind(layer));
    }
  }

  #render(request: HttpRequest, late: Renderable): unknown {
    let response: unknown = late;
    for (const hook of this.#templateResponseMiddleware) {
      response = hook(request, response as HttpResponseBase);
      if (isNone(response)) throw noTemplateResponse(hook.owner);
    }
    return this.#guarded(request, () => {
      if (!canRender(response)) throw missingAttribute(response, 'render');
      return response.render();
    });
  }

  #guarded(request: HttpRequest, step: () => unknown): unknown {
    try {
      return step();
    } catch (error) {
      if (!isException(error)) throw error;
      return this.processExceptionByMiddleware(error, request);
    }
  }
}

/** Goes back to the site's URLconf when a request is finished. @models django.core.handlers.base:reset_urlconf */
export function resetUrlconf(): void {
  setUrlconf(null);
}

requestFinished.connect(resetUrlconf, { atImport: true });

interface Renderable {
  render(): unknown;
}

function canRender(response: unknown): response is Renderable {
  return typeof (response as Partial<Renderable> | null)?.render === 'function';
}

function resolverFor(request: HttpRequest) {
  if (!('urlconf' in request)) return getResolver();
  setUrlconf(request.urlconf ?? null);
  return getResolver(request.urlconf);
}

function callView(
  view: View,
  request: HttpRequest,
  args: readonly unknown[],
  kwargs: object,
): unknown {
  const callable = view as (...given: unknown[]) => unknown;
  return args.length === 0 ? callable(request, kwargs) : callable(request, ...args, kwargs);
}

function makeLayer(
  entry: string | MiddlewareFactory,
  handler: GetResponse,
): Middleware | 'not used' {
  const factory = typeof entry === 'string' ? (importString(entry) as MiddlewareFactory) : entry;
  const path = typeof entry === 'string' ? entry : `${moduleOf(entry)}.${entry.name}`;
  try {
    const layer = callFactory(factory, handler);
    if (!isNone(layer)) return layer;
  } catch (error) {
    if (!(error instanceof MiddlewareNotUsed)) throw error;
    if (settings.DEBUG) logNotUsed(path, error);
    return 'not used';
  }
  throw new ImproperlyConfigured(`Middleware factory ${path} returned None.`);
}

function callFactory(factory: MiddlewareFactory, handler: GetResponse): Middleware | null {
  if (!isClass(factory)) return (factory as (handler: GetResponse) => Middleware | null)(handler);
  return new (factory as new (handler: GetResponse) => Middleware)(handler);
}

function enter(layer: Middleware, request: HttpRequest): HttpResponseBase {
  return typeof layer === 'function' ? layer(request) : layer.__call__(request);
}

function logNotUsed(path: string, error: MiddlewareNotUsed): void {
  const message = error.message
    ? `MiddlewareNotUsed(${repr(path)}): ${error.message}`
    : `MiddlewareNotUsed: ${repr(path)}`;
  requestLogger.log('debug', message);
}

function noTemplateResponse(owner: Middleware): Error {
  if (typeof owner === 'function') return missingAttribute(owner, '__self__');
  return new ValueError(
    `${owner.constructor.name}.process_template_response didn't return an HttpResponse object. It returned None instead.`,
  );
}

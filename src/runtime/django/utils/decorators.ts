/**
 * Functions around views.
 *
 * @module
 */

import { isException, ValueError } from '../../builtins.ts';
import { isNone, isPlainObject } from '../../objects.ts';
import { repr } from '../../repr.ts';
import type { Answer, MiddlewareHooks } from '../core/handlers/types.ts';
import type { HttpRequest } from '../http/request.ts';
import type { HttpResponseBase } from '../http/response-base.ts';
import type { HttpResponse } from '../http/response.ts';
import { SimpleTemplateResponse } from '../template/response.ts';
import type { Kwargs, View } from '../urls/types.ts';
import { shareModule } from './module-loading.ts';

/** Makes another view of a view; what the view is called with stays the same. */
export type ViewDecorator = <V extends View>(view: V) => V;

/** A view as its decorators call it: captures that have no name, then the record of those that have one. */
export type AnyView = (request: HttpRequest, ...given: unknown[]) => HttpResponseBase;

interface Hooks extends MiddlewareHooks {
  processRequest?(request: HttpRequest): Answer;
  processResponse?(request: HttpRequest, response: HttpResponseBase): HttpResponseBase;
}

/** Gives a wrapper the name, the module and the attributes of what it wraps. @models functools:wraps */
export function wraps<F extends object>(wrapped: F, wrapper: (...given: never[]) => unknown): F {
  shareModule(wrapper, wrapped);
  const { name } = wrapped as { name?: string };
  if (name !== undefined) Object.defineProperty(wrapper, 'name', { value: name });
  return Object.assign(wrapper, wrapped) as unknown as F;
}

/** A decorator that does something with what the view answers. */
export function afterView(change: (response: HttpResponseBase) => void): ViewDecorator {
  return (view) =>
    wraps(view, (request: HttpRequest, ...given: unknown[]) => {
      const response = (view as unknown as AnyView)(request, ...given);
      change(response);
      return response;
    });
}

/** A decorator that has a layer's hooks run around one view. @models django.utils.decorators:decorator_from_middleware */
export function decoratorFromMiddleware(Layer: new () => object): ViewDecorator {
  return decoratorFromMiddlewareWithArgs(Layer)();
}

/** Makes such decorators out of what the layer is made with. @models django.utils.decorators:decorator_from_middleware_with_args */
export function decoratorFromMiddlewareWithArgs<Args extends unknown[]>(
  Layer: new (...args: Args) => object,
): (...args: Args) => ViewDecorator {
  return (...args) => {
    const layer: Hooks = new Layer(...args);
    return (view) =>
      wraps(view, (request: HttpRequest, ...given: unknown[]) =>
        enterView(layer, view as unknown as AnyView, request, given),
      );
  };
}

function enterView(layer: Hooks, view: AnyView, request: HttpRequest, given: unknown[]): unknown {
  const answer =
    layer.processRequest?.(request) ??
    layer.processView?.(request, view as View, ...splitGiven(given));
  if (!isNone(answer)) return answer;
  let response: HttpResponseBase;
  try {
    response = view(request, ...given);
  } catch (error) {
    const caught = isException(error) ? layer.processException?.(request, error) : null;
    if (isNone(caught)) throw error;
    return caught;
  }
  return leaveView(layer, request, response);
}

/** What is rendered late is handed to the response hook late. */
function leaveView(layer: Hooks, request: HttpRequest, response: HttpResponseBase): unknown {
  const { processResponse } = layer;
  if (!(response instanceof SimpleTemplateResponse)) {
    return processResponse ? processResponse.call(layer, request, response) : response;
  }
  const late = layer.processTemplateResponse
    ? (layer.processTemplateResponse(request, response) as SimpleTemplateResponse)
    : response;
  if (processResponse) {
    late.addPostRenderCallback(
      (rendered) => processResponse.call(layer, request, rendered) as HttpResponse,
    );
  }
  return late;
}

function splitGiven(given: unknown[]): [args: unknown[], kwargs: Kwargs] {
  const last = given.at(-1);
  return isPlainObject(last) ? [given.slice(0, -1), last] : [given, {}];
}

/** What turns one function into another of its kind. */
export type FunctionDecorator = (view: never) => unknown;

/** Makes decorators of functions fit for a method of a class, named by `name`, the first one outermost. @throws {ValueError} @models django.utils.decorators:method_decorator */
export function methodDecorator(
  decorators: FunctionDecorator | readonly FunctionDecorator[],
  name: string,
): <C extends abstract new (...args: never[]) => object>(decorated: C) => C {
  return (decorated) => {
    const prototype = decorated.prototype as Record<string, unknown>;
    if (!name || !(name in prototype)) {
      throw new ValueError(
        `The keyword argument \`name\` must be the name of a method of the decorated class: ${repr(decorated)}. Got '${name}' instead.`,
      );
    }
    const method = prototype[name];
    if (typeof method !== 'function') {
      throw new TypeError(
        `Cannot decorate '${name}' as it isn't a callable attribute of ${repr(decorated)} (${repr(method)}).`,
      );
    }
    const all = [decorators].flat() as ((view: unknown) => object)[];
    const wrapper = function decoratedMethod(this: object, ...given: unknown[]) {
      const bound = wraps(method, method.bind(this) as () => unknown);
      const whole = all.reduceRight<unknown>((inner, decorate) => decorate(inner), bound);
      return (whole as (...given: unknown[]) => unknown)(...given);
    };
    const marks = all.toReversed().map((decorate) => decorate(() => null));
    Object.assign(wrapper, ...marks);
    prototype[name] = wraps(method, wrapper);
    return decorated;
  };
}

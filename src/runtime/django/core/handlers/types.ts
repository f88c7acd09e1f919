/**
 * What middleware is made of. In Python a layer is anything that can be called with a
 * request; here it is a function, or an object with a method `__call__`.
 *
 * @module
 */

import type { None } from '../../../objects.ts';
import type { HttpRequest } from '../../http/request.ts';
import type { HttpResponseBase } from '../../http/response-base.ts';
import type { Kwargs, View } from '../../urls/types.ts';

/** A response, or `None` for "go on". */
export type Answer = HttpResponseBase | None;

/** The next layer inwards, or the innermost step. */
export type GetResponse = (request: HttpRequest) => HttpResponseBase;

/** What Django looks for on a layer beside calling it. */
export interface MiddlewareHooks {
  processView?(request: HttpRequest, view: View, args: readonly unknown[], kwargs: Kwargs): Answer;
  processTemplateResponse?(request: HttpRequest, response: HttpResponseBase): HttpResponseBase;
  processException?(request: HttpRequest, exception: Error): Answer;
}

/** A layer that is an object. */
export interface MiddlewareObject extends MiddlewareHooks {
  __call__(request: HttpRequest): HttpResponseBase;
}

/** A layer. */
export type Middleware = (GetResponse & MiddlewareHooks) | MiddlewareObject;

/** Makes a layer around the next one: a function, or a class whose instances are layers. */
export type MiddlewareFactory =
  | ((getResponse: GetResponse) => Middleware)
  | (new (getResponse: GetResponse) => MiddlewareObject);

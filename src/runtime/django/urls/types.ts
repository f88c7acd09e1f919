/**
 * What URLconfs are made of.
 *
 * @module
 */

import type { None } from '../../objects.ts';
import type { HttpRequest } from '../http/request.ts';
import type { HttpResponseBase } from '../http/response-base.ts';
import type { URLPattern, URLResolver } from './resolvers.ts';

/** Python's keyword arguments. */
export type Kwargs = Record<string, unknown>;

/**
 * A view: called with the request, then the unnamed captures of a regular expression, then
 * one record of all that is named. Returning nothing is allowed here and an error in Django.
 */
export type View = (request: HttpRequest, ...args: never[]) => HttpResponseBase | None | void;

/** Answers an error of a status below 500. */
export type ErrorView = (request: HttpRequest, exception: Error) => HttpResponseBase;

/** Answers an error that nothing else did. */
export type ServerErrorView = (request: HttpRequest) => HttpResponseBase;

/** One entry of a URLconf. */
export type UrlEntry = URLPattern | URLResolver;

/** A URLconf's module; its error handlers count in the root alone. */
export interface UrlconfModule {
  urlpatterns: readonly UrlEntry[];
  appName?: string;
  handler400?: ErrorView | string;
  handler403?: ErrorView | string;
  handler404?: ErrorView | string;
  handler500?: ServerErrorView | string;
}

/** A URLconf: the dotted path of its module, the module, or the patterns alone. */
export type Urlconf = string | UrlconfModule | readonly UrlEntry[];

interface ConverterTypes {
  int: number;
  str: string;
  slug: string;
  path: string;
}

type Converted<Name extends string> = Name extends keyof ConverterTypes
  ? ConverterTypes[Name]
  : unknown;

type Parameter<Inside extends string> = Inside extends `${infer Converter}:${infer Name}`
  ? { [Key in Name]: Converted<Converter> }
  : { [Key in Inside]: string };

type Captures<Route extends string> = Route extends `${string}<${infer Inside}>${infer Rest}`
  ? Parameter<Inside> & Captures<Rest>
  : unknown;

/** What a route captures, by name: `{ year: number }` for `articles/<int:year>/`. */
export type RouteKwargs<Route extends string> = Kwargs & Captures<Route>;

/** A view that fits a route; it may ask for what an including route captures as well. */
export type RouteView<Route extends string> = {
  bivariant(request: HttpRequest, kwargs: RouteKwargs<Route>): HttpResponseBase | None | void;
}['bivariant'];

/**
 * What a URLconf is written with.
 *
 * @module
 */

import { ImproperlyConfigured } from '../core/exceptions.ts';
import { importModule } from '../utils/module-loading.ts';
import { RegexPattern, RoutePattern, URLPattern, URLResolver } from './resolvers.ts';
import type { Kwargs, RouteView, UrlEntry, Urlconf, UrlconfModule, View } from './types.ts';

/** Another URLconf, ready for `path()`. */
export class Included {
  readonly urlconf: Urlconf;
  readonly appName: string | null;
  readonly namespace: string | null;
  /** The dotted path of the module, where it was included by that. */
  readonly moduleName: string | null;

  constructor(
    urlconf: Urlconf,
    appName: string | null,
    namespace: string | null,
    moduleName: string | null = null,
  ) {
    this.urlconf = urlconf;
    this.appName = appName;
    this.namespace = namespace;
    this.moduleName = moduleName;
  }
}

/** What Python's keyword arguments of `path()` are. */
export interface PathOptions {
  /** Extra arguments for the view; they win over captured ones. */
  kwargs?: Kwargs;
  /** The name to reverse by. */
  name?: string;
}

/** What can be included: a URLconf, or its patterns with the name of their application. */
export type Includable = Urlconf | readonly [patterns: readonly UrlEntry[], appName: string];

/** Another URLconf's patterns; its module is imported now. @throws {ImproperlyConfigured} @models django.urls.conf:include */
export function include(arg: Includable, namespace: string | null = null): Included {
  const [urlconf, hint] = isPair(arg) ? arg : [arg, null];
  const module = typeof urlconf === 'string' ? (importModule(urlconf) as UrlconfModule) : urlconf;
  const appName = 'appName' in module && module.appName ? module.appName : hint;
  if (namespace && !appName) {
    throw new ImproperlyConfigured(
      'Specifying a namespace in include() without providing an app_name is not supported. Set the app_name attribute in the included module, or pass a 2-tuple containing the list of patterns and app_name instead.',
    );
  }
  const moduleName = typeof urlconf === 'string' ? urlconf : null;
  return new Included(module, appName, namespace || appName, moduleName);
}

/** An entry with a route such as `articles/<int:year>/`. @models django.urls.conf:path */
export function path<const Route extends string>(
  route: Route,
  view: RouteView<Route>,
  options?: PathOptions,
): URLPattern;
export function path(route: string, included: Included, options?: PathOptions): URLResolver;
export function path(route: string, view: View | Included, options: PathOptions = {}): UrlEntry {
  return entry(RoutePattern, route, view, options);
}

/** An entry with a regular expression as Python spells it. @models django.urls.conf:re_path */
export function rePath(regex: string, view: View, options?: PathOptions): URLPattern;
export function rePath(regex: string, included: Included, options?: PathOptions): URLResolver;
export function rePath(regex: string, view: View | Included, options: PathOptions = {}): UrlEntry {
  return entry(RegexPattern, regex, view, options);
}

function entry(
  Pattern: typeof RoutePattern | typeof RegexPattern,
  route: string,
  view: View | Included,
  { kwargs = {}, name }: PathOptions,
): UrlEntry {
  if (view instanceof Included) {
    return new URLResolver(new Pattern(route), view.urlconf, kwargs, view);
  }
  if (typeof view === 'function') {
    return new URLPattern(new Pattern(route, name ?? null, true), view, kwargs, name ?? null);
  }
  throw new TypeError('view must be a callable or a list/tuple in the case of include().');
}

function isPair(arg: Includable): arg is readonly [readonly UrlEntry[], string] {
  return Array.isArray(arg) && arg.length === 2 && typeof arg[1] === 'string';
}

/**
 * Walking a URLconf from a path to a view, and back.
 *
 * @module
 */

import { steering } from '../../builtins.ts';
import { Module } from '../../importlib.ts';
import { PerProcess } from '../../process.ts';
import { repr } from '../../repr.ts';
import { settings } from '../conf.ts';
import { ImproperlyConfigured } from '../core/exceptions.ts';
import { importModule } from '../utils/module-loading.ts';
import { getCallable } from './callable.ts';
import { defaultErrorView, type ErrorStatus } from './error-handlers.ts';
import { Resolver404 } from './exceptions.ts';
import { PatternIndex } from './pattern-index.ts';
import { type PathPattern, type PatternMatch, RegexPattern } from './patterns.ts';
import { ResolverMatch } from './resolver-match.ts';
import type {
  ErrorView,
  Kwargs,
  ServerErrorView,
  UrlEntry,
  Urlconf,
  UrlconfModule,
  View,
} from './types.ts';

import { fewestIndexed } from './walk.ts';

export { RegexPattern, RoutePattern } from './patterns.ts';
export { ResolverMatch } from './resolver-match.ts';

/** A pattern with a view behind it. @models django.urls.resolvers:URLPattern */
export class URLPattern {
  readonly pattern: PathPattern;
  readonly callback: View;
  readonly defaultArgs: Kwargs;
  readonly name: string | null;

  constructor(
    pattern: PathPattern,
    callback: View,
    defaultArgs: Kwargs = {},
    name: string | null = null,
  ) {
    this.pattern = pattern;
    this.callback = callback;
    this.defaultArgs = defaultArgs;
    this.name = name;
  }

  /** The match of a path; extra arguments win over captured ones. @models django.urls.resolvers:URLPattern.resolve */
  resolve(path: string): ResolverMatch | null {
    const match = this.pattern.match(path);
    if (!match) return null;
    return new ResolverMatch({
      func: this.callback,
      args: match.args,
      kwargs: isEmpty(this.defaultArgs) ? match.kwargs : { ...match.kwargs, ...this.defaultArgs },
      urlName: this.pattern.name,
      route: this.pattern.toString(),
    });
  }

  /** As Python shows it. @models django.urls.resolvers:URLPattern.__repr__ */
  toString(): string {
    return `<URLPattern ${describe(this.pattern)}>`;
  }
}

/** What an included URLconf is called by `reverse()`. */
export interface Namespacing {
  appName?: string | null;
  namespace?: string | null;
  /** The dotted path of the module, where a module is given and not its path. */
  moduleName?: string | null;
}

/** A pattern with another URLconf behind it. @models django.urls.resolvers:URLResolver */
export class URLResolver {
  readonly pattern: PathPattern;
  readonly urlconfName: Urlconf;
  readonly defaultKwargs: Kwargs;
  readonly appName: string | null;
  readonly namespace: string | null;
  readonly #moduleName: string | null;
  #module: UrlconfModule | readonly UrlEntry[] | null = null;
  #index: PatternIndex<UrlEntry> | null = null;

  constructor(
    pattern: PathPattern,
    urlconfName: Urlconf,
    defaultKwargs: Kwargs = {},
    names: Namespacing = {},
  ) {
    this.pattern = pattern;
    this.urlconfName = urlconfName;
    this.defaultKwargs = defaultKwargs;
    this.appName = names.appName ?? null;
    this.namespace = names.namespace ?? null;
    this.#moduleName = names.moduleName ?? null;
  }

  /** The URLconf, imported when it is first needed. @models django.urls.resolvers:URLResolver.urlconf_module */
  get urlconfModule(): UrlconfModule | readonly UrlEntry[] {
    const { urlconfName } = this;
    this.#module ??=
      typeof urlconfName === 'string' ? (importModule(urlconfName) as UrlconfModule) : urlconfName;
    return this.#module;
  }

  /** The entries, first to last. @throws {ImproperlyConfigured} where there are none. @models django.urls.resolvers:URLResolver.url_patterns */
  get urlPatterns(): readonly UrlEntry[] {
    const patterns: unknown = patternsOf(this.urlconfModule);
    if (Array.isArray(patterns)) return patterns as readonly UrlEntry[];
    throw new ImproperlyConfigured(
      `The included URLconf '${this.#shownName(String)}' does not appear to have any patterns in it. If you see valid patterns in the file then the issue is probably caused by a circular import.`,
    );
  }

  /** The first match among the entries. @throws {Resolver404} @models django.urls.resolvers:URLResolver.resolve */
  resolve(path: string): ResolverMatch {
    const match = this.pattern.match(path);
    if (!match) throw steering(() => new Resolver404<UrlEntry>(path));
    const entries = this.urlPatterns;
    if (entries.length >= fewestIndexed()) return this.#lookUp(match, entries);
    const tried: UrlEntry[][] = [];
    const found = this.#walk(match, entries, tried);
    if (found) return found;
    throw steering(() => new Resolver404<UrlEntry>(match.rest, tried));
  }

  #lookUp(match: PatternMatch, entries: readonly UrlEntry[]): ResolverMatch {
    if (this.#index?.entries.length !== entries.length) this.#index = new PatternIndex(entries);
    const found = this.#walk(match, this.#index.candidates(match.rest), null);
    if (found) return found;
    const walk = () => {
      const tried: UrlEntry[][] = [];
      this.#walk(match, entries, tried);
      return tried;
    };
    throw steering(() => new Resolver404<UrlEntry>(match.rest, walk));
  }

  /** Asks entries one by one and notes those that do not match, unless nobody wants to know. */
  #walk(
    match: PatternMatch,
    entries: readonly UrlEntry[],
    tried: UrlEntry[][] | null,
  ): ResolverMatch | null {
    for (const entry of entries) {
      const found = attempt(entry, match.rest, tried);
      if (found) return this.#merge(entry, match.args, match.kwargs, found);
    }
    return null;
  }

  /** The view that answers an error, from this URLconf or Django's own. @models django.urls.resolvers:URLResolver.resolve_error_handler */
  resolveErrorHandler(status: 500): ServerErrorView;
  resolveErrorHandler(status: Exclude<ErrorStatus, 500>): ErrorView;
  resolveErrorHandler(status: ErrorStatus): ServerErrorView | ErrorView {
    const module = this.urlconfModule;
    const own = 'urlpatterns' in module ? module[`handler${status}`] : undefined;
    return own ? getCallable(own) : defaultErrorView(status);
  }

  /** As Python shows it. @models django.urls.resolvers:URLResolver.__repr__ */
  toString(): string {
    const name = this.#shownName(repr);
    return `<URLResolver ${name} (${this.appName ?? 'None'}:${this.namespace ?? 'None'}) ${describe(this.pattern)}>`;
  }

  #shownName(show: (name: string) => string): string {
    const { urlconfName } = this;
    if (typeof urlconfName === 'string') return show(urlconfName);
    if (urlconfName instanceof Module) return repr(urlconfName);
    if (!Array.isArray(urlconfName)) return `<module '${this.#moduleName ?? 'urlconf'}'>`;
    const [first] = urlconfName as readonly UrlEntry[];
    return first === undefined ? '[]' : `<${first.constructor.name} list>`;
  }

  #merge(
    entry: UrlEntry,
    args: readonly unknown[],
    kwargs: Kwargs,
    found: ResolverMatch,
  ): ResolverMatch {
    const merged =
      isEmpty(kwargs) && isEmpty(this.defaultKwargs)
        ? found.kwargs
        : { ...kwargs, ...this.defaultKwargs, ...found.kwargs };
    const keepsOuter = args.length > 0 && isEmpty(merged);
    return new ResolverMatch({
      func: found.func,
      args: keepsOuter ? [...args, ...found.args] : found.args,
      kwargs: merged,
      urlName: found.urlName,
      appNames: this.appName ? [this.appName, ...found.appNames] : found.appNames,
      namespaces: this.namespace ? [this.namespace, ...found.namespaces] : found.namespaces,
      route: joinRoute(entry instanceof URLPattern ? '' : entry.pattern.toString(), found.route),
    });
  }
}

const resolvers = new PerProcess<Map<Urlconf | null, URLResolver>>(() => new Map());

/** The resolver of a root URLconf, made once; of the site's where none is named. @models django.urls.resolvers:get_resolver */
export function getResolver(urlconf: Urlconf | null = null): URLResolver {
  const known = resolvers.value.get(urlconf);
  if (known) return known;
  const made = new URLResolver(new RegexPattern('^/'), urlconf ?? settings.ROOT_URLCONF);
  resolvers.value.set(urlconf, made);
  return made;
}

/** Forgets the resolvers that were made. */
export function clearResolvers(): void {
  resolvers.value.clear();
}

function attempt(entry: UrlEntry, path: string, tried: UrlEntry[][] | null): ResolverMatch | null {
  try {
    const found = entry.resolve(path);
    if (!found) tried?.push([entry]);
    return found;
  } catch (error) {
    if (!(error instanceof Resolver404)) throw error;
    if (tried === null) return null;
    for (const steps of (error as Resolver404<UrlEntry>).tried ?? [[]])
      tried.push([entry, ...steps]);
    return null;
  }
}

function isEmpty(kwargs: Kwargs): boolean {
  for (const name in kwargs) if (Object.hasOwn(kwargs, name)) return false;
  return true;
}

function patternsOf(module: UrlconfModule | readonly UrlEntry[]): unknown {
  return 'urlpatterns' in module ? module.urlpatterns : module;
}

/** @models django.urls.resolvers:URLResolver._join_route */
function joinRoute(outer: string, inner: string): string {
  return outer ? outer + inner.replace(/^\^/, '') : inner;
}

/** @models django.urls.resolvers:CheckURLMixin.describe */
function describe(pattern: PathPattern): string {
  return `'${String(pattern)}'${pattern.name ? ` [name='${pattern.name}']` : ''}`;
}

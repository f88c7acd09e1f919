/**
 * The left side of a URLconf's entry: routes and regular expressions.
 *
 * @module
 */

import { KeyError, ValueError } from '../../builtins.ts';
import { compile, escape, type Pattern, RegexError } from '../../re.ts';
import { repr } from '../../repr.ts';
import { ImproperlyConfigured } from '../core/exceptions.ts';
import { type Converter, getConverter } from './converters.ts';
import type { Kwargs } from './types.ts';

/** What a pattern found at the beginning of a path. */
export interface PatternMatch {
  /** What is left of the path. */
  rest: string;
  args: unknown[];
  kwargs: Kwargs;
}

/** What routes and regular expressions have in common. */
export interface PathPattern {
  readonly name: string | null;
  readonly converters: Map<string, Converter>;
  /** The regular expression as Python would spell it. */
  readonly regex: Pattern;
  match(path: string): PatternMatch | null;
  toString(): string;
}

const COMPONENT = /<(?:([^>:]+):)?([\p{L}\p{N}_]+)>/u;
const IDENTIFIER = /^[\p{ID_Start}_]\p{ID_Continue}*$/u;

/** A route as regular expression, and the converters of its parameters. @throws {ImproperlyConfigured} @models django.urls.resolvers:_route_to_regex */
export function routeToRegex(
  route: string,
  isEndpoint = false,
): [regex: string, converters: Map<string, Converter>] {
  const converters = new Map<string, Converter>();
  let regex = '^';
  let rest = route;
  for (let found = COMPONENT.exec(rest); found; found = COMPONENT.exec(rest)) {
    const [whole, converterName = 'str', parameter = ''] = found;
    if (!IDENTIFIER.test(parameter)) {
      throw new ImproperlyConfigured(
        `URL route '${route}' uses parameter name ${repr(parameter)} which isn't a valid Python identifier.`,
      );
    }
    const converter = converterFor(route, converterName);
    converters.set(parameter, converter);
    regex += `${escape(rest.slice(0, found.index))}(?P<${parameter}>${converter.regex})`;
    rest = rest.slice(found.index + whole.length);
  }
  return [regex + escape(rest) + (isEndpoint ? '\\Z' : ''), converters];
}

function converterFor(route: string, name: string): Converter {
  try {
    return getConverter(name);
  } catch (error) {
    if (!(error instanceof KeyError)) throw error;
    throw new ImproperlyConfigured(`URL route '${route}' uses invalid converter ${error.message}.`);
  }
}

/** A pattern as `path()` takes it. @models django.urls.resolvers:RoutePattern */
export class RoutePattern implements PathPattern {
  readonly name: string | null;
  /** Whether a path has to end where the route does. */
  readonly isEndpoint: boolean;
  readonly converters: Map<string, Converter>;
  readonly #route: string;
  readonly #source: string;
  #regex: Pattern | null = null;

  /** @throws {ImproperlyConfigured} */
  constructor(route: string, name: string | null = null, isEndpoint = false) {
    this.name = name;
    this.isEndpoint = isEndpoint;
    this.#route = route;
    [this.#source, this.converters] = routeToRegex(route, isEndpoint);
  }

  get regex(): Pattern {
    return (this.#regex ??= compile(this.#source));
  }

  /** A converter that throws ValueError means "no match". @throws {KeyError} where a converter's expression has named groups. @models django.urls.resolvers:RoutePattern.match */
  match(path: string): PatternMatch | null {
    const found = this.regex.search(path);
    if (!found) return null;
    try {
      const captured = Object.entries(found.groupdict).map(([name, text]) => {
        const converter = this.converters.get(name);
        if (!converter) throw new KeyError(name);
        return [name, converter.toPython(text ?? '')];
      });
      return {
        rest: path.slice(found.end),
        args: [],
        kwargs: Object.fromEntries(captured) as Kwargs,
      };
    } catch (error) {
      if (error instanceof ValueError) return null;
      throw error;
    }
  }

  /** The route. @models django.urls.resolvers:RoutePattern.__str__ */
  toString(): string {
    return this.#route;
  }
}

/** A pattern as `re_path()` takes it. @models django.urls.resolvers:RegexPattern */
export class RegexPattern implements PathPattern {
  readonly name: string | null;
  readonly converters = new Map<string, Converter>();
  readonly #source: string;
  readonly #isEndpoint: boolean;
  #regex: Pattern | null = null;

  constructor(regex: string, name: string | null = null, isEndpoint = false) {
    this.name = name;
    this.#source = regex;
    this.#isEndpoint = isEndpoint;
  }

  /** Compiled when first needed. @throws {ImproperlyConfigured} */
  get regex(): Pattern {
    return (this.#regex ??= this.#compile());
  }

  /** Named groups drop the unnamed ones; an endpoint with `$` has to match whole. @models django.urls.resolvers:RegexPattern.match */
  match(path: string): PatternMatch | null {
    const { regex } = this;
    const whole = this.#isEndpoint && regex.pattern.endsWith('$');
    const found = whole ? regex.fullmatch(path) : regex.search(path);
    if (!found) return null;
    const named = Object.keys(found.groupdict).length > 0;
    return {
      rest: path.slice(found.end),
      args: named ? [] : found.groups,
      kwargs: { ...found.groupdict },
    };
  }

  /** The expression. @models django.urls.resolvers:RegexPattern.__str__ */
  toString(): string {
    return this.#source;
  }

  #compile(): Pattern {
    try {
      return compile(this.#source);
    } catch (error) {
      if (!(error instanceof RegexError)) throw error;
      throw new ImproperlyConfigured(
        `"${this.#source}" is not a valid regular expression: ${error.message}`,
      );
    }
  }
}

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
import { type RoutePiece, RouteReader, type RouteReading } from './route-reader.ts';
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

interface Route {
  pieces: readonly RoutePiece[];
  converters: Map<string, Converter>;
}

/** A route as regular expression, and the converters of its parameters. @throws {ImproperlyConfigured} @models django.urls.resolvers:_route_to_regex */
export function routeToRegex(
  route: string,
  isEndpoint = false,
): [regex: string, converters: Map<string, Converter>] {
  const { pieces, converters } = readRoute(route);
  return [regexOf(pieces, isEndpoint), converters];
}

function regexOf(pieces: readonly RoutePiece[], isEndpoint: boolean): string {
  const spelt = pieces.map((piece) =>
    typeof piece === 'string' ? escape(piece) : `(?P<${piece.parameter}>${piece.regex})`,
  );
  return `^${spelt.join('')}${isEndpoint ? '\\Z' : ''}`;
}

function readRoute(route: string): Route {
  const converters = new Map<string, Converter>();
  const pieces: RoutePiece[] = [];
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
    pieces.push(rest.slice(0, found.index), { parameter, regex: converter.regex });
    rest = rest.slice(found.index + whole.length);
  }
  return { pieces: [...pieces, rest].filter((piece) => piece !== ''), converters };
}

function converterFor(route: string, name: string): Converter {
  try {
    return getConverter(name);
  } catch (error) {
    if (!(error instanceof KeyError)) throw error;
    throw new ImproperlyConfigured(`URL route '${route}' uses invalid converter ${error.message}.`);
  }
}

/** A parameter may have any name, even `__proto__`. */
function setItem(kwargs: Kwargs, name: string, value: unknown): void {
  if (name !== '__proto__') kwargs[name] = value;
  else
    Object.defineProperty(kwargs, name, {
      value,
      configurable: true,
      enumerable: true,
      writable: true,
    });
}

/** A pattern as `path()` takes it. @models django.urls.resolvers:RoutePattern */
export class RoutePattern implements PathPattern {
  readonly name: string | null;
  /** Whether a path has to end where the route does. */
  readonly isEndpoint: boolean;
  readonly converters: Map<string, Converter>;
  readonly #route: string;
  readonly #pieces: readonly RoutePiece[];
  readonly #reader: RouteReader | null;
  #regex: Pattern | null = null;

  /** @throws {ImproperlyConfigured} */
  constructor(route: string, name: string | null = null, isEndpoint = false) {
    this.name = name;
    this.isEndpoint = isEndpoint;
    this.#route = route;
    const { pieces, converters } = readRoute(route);
    this.converters = converters;
    this.#pieces = pieces;
    this.#reader = RouteReader.for(pieces, isEndpoint);
  }

  get regex(): Pattern {
    return (this.#regex ??= compile(regexOf(this.#pieces, this.isEndpoint)));
  }

  /** A converter that throws ValueError means "no match". @throws {KeyError} where a converter's expression has named groups. @models django.urls.resolvers:RoutePattern.match */
  match(path: string): PatternMatch | null {
    const found = this.#reader ? this.#reader.read(path) : this.#search(path);
    if (!found) return null;
    const kwargs: Kwargs = {};
    try {
      for (let at = 0; at < found.names.length; at += 1) {
        const name = found.names[at] ?? '';
        const converter = this.converters.get(name);
        if (!converter) throw new KeyError(name);
        setItem(kwargs, name, converter.toPython(found.texts[at] ?? ''));
      }
    } catch (error) {
      if (error instanceof ValueError) return null;
      throw error;
    }
    return { rest: path.slice(found.end), args: [], kwargs };
  }

  #search(path: string): RouteReading | null {
    const found = this.regex.search(path);
    if (!found) return null;
    const names = Object.keys(found.groupdict);
    return { end: found.end, names, texts: names.map((name) => found.groupdict[name] ?? '') };
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
    const unnamed = found.groups.length > 0 && Object.keys(found.groupdict).length === 0;
    return {
      rest: path.slice(found.end),
      args: unnamed ? found.groups : [],
      kwargs: found.groupdict,
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

/**
 * Resolvers of namespaces: what a name is reversed by once its namespaces are entered.
 *
 * @module
 */

import { PerProcess } from '../../process.ts';
import type { Converter } from './converters.ts';
import { RegexPattern } from './patterns.ts';
import { URLResolver } from './resolvers.ts';

type Converters = ReadonlyMap<string, Converter>;

interface Made {
  prefix: string;
  converters: Converters;
  resolver: URLResolver;
}

const made = new PerProcess<Map<URLResolver, Made[]>>(() => new Map());

/** The resolver of a namespace with all that stands before it, made once. @models django.urls.resolvers:get_ns_resolver */
export function getNsResolver(
  prefix: string,
  resolver: URLResolver,
  converters: Converters,
): URLResolver {
  const known = made.value.get(resolver) ?? [];
  const same = known.find(
    (one) => one.prefix === prefix && haveSameEntries(one.converters, converters),
  );
  if (same) return same.resolver;
  const pattern = new RegexPattern(prefix);
  for (const [name, converter] of converters) pattern.converters.set(name, converter);
  const inner = new URLResolver(pattern, resolver.urlPatterns);
  const found = new URLResolver(new RegexPattern('^/'), [inner]);
  made.value.set(resolver, [...known, { prefix, converters, resolver: found }]);
  return found;
}

/** Forgets the resolvers that were made. */
export function clearNsResolvers(): void {
  made.value.clear();
}

function haveSameEntries(one: Converters, other: Converters): boolean {
  return (
    one.size === other.size && [...one].every(([name, converter]) => other.get(name) === converter)
  );
}

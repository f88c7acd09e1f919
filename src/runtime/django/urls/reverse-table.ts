/**
 * A URLconf read backwards: for each view and each name, the addresses it could have.
 *
 * @module
 */

import { KeyError } from '../../builtins.ts';
import type { Pattern } from '../../re.ts';
import { settings } from '../conf.ts';
import { normalize, type ReversedForm } from '../utils/regex-helper.ts';
import type { Converter } from './converters.ts';
import { type URLPattern, URLResolver } from './resolvers.ts';
import type { Kwargs, View } from './types.ts';

/** One form of a view's address. */
export interface AddressForm extends ReversedForm {
  /** A piece of text, a parameter's name, text, and so on; `null` where a `%` stands in the text, which Python reads as well. */
  pieces: readonly string[] | null;
}

/** One way to write the address of a view. */
export interface Possibility {
  forms: readonly AddressForm[];
  /** The regular expression that the finished address has to match, without its `^`. */
  pattern: string;
  defaults: Kwargs;
  converters: ReadonlyMap<string, Converter>;
  /** The whole expression behind the script prefix that it was last compiled for. */
  whole?: { prefix: string; regex: Pattern };
}

/** A URLconf's possibilities, last entry first, and the namespaces that lie in it. */
export interface ReverseTable {
  lookups: Map<View | string, Possibility[]>;
  /** By namespace: what stands before it, and its resolver, whose pattern learns the converters of that. */
  namespaces: Map<string, NamespaceEntry>;
  /** By application: its namespaces. */
  apps: Map<string, string[]>;
}

/** Where a namespace is found. */
export interface NamespaceEntry {
  /** The regular expression of what stands before it, without the `^`. */
  prefix: string;
  resolver: URLResolver;
}

const tables = new WeakMap<URLResolver, ReverseTable>();
const beingRead = new WeakSet<URLResolver>();

/** The possibilities of each view and each name of a resolver. @throws {KeyError} for a URLconf that includes itself without a namespace: Django has none for the language then. @models django.urls.resolvers:URLResolver.reverse_dict */
export function reverseDict(resolver: URLResolver): ReverseTable['lookups'] {
  return reverseTable(resolver).lookups;
}

/** The namespaces in a resolver. @throws {KeyError} as `reverseDict` does. @models django.urls.resolvers:URLResolver.namespace_dict */
export function namespaceDict(resolver: URLResolver): ReverseTable['namespaces'] {
  return reverseTable(resolver).namespaces;
}

/** The applications in a resolver. @throws {KeyError} as `reverseDict` does. @models django.urls.resolvers:URLResolver.app_dict */
export function appDict(resolver: URLResolver): ReverseTable['apps'] {
  return reverseTable(resolver).apps;
}

/** The table of a resolver, made once. */
function reverseTable(resolver: URLResolver): ReverseTable {
  const known = tables.get(resolver);
  if (known) return known;
  if (beingRead.has(resolver)) throw new KeyError(settings.LANGUAGE_CODE);
  beingRead.add(resolver);
  try {
    return readBackwards(resolver);
  } finally {
    beingRead.delete(resolver);
  }
}

/** @models django.urls.resolvers:URLResolver._populate */
function readBackwards(resolver: URLResolver): ReverseTable {
  const table: ReverseTable = { lookups: new Map(), namespaces: new Map(), apps: new Map() };
  for (const entry of resolver.urlPatterns.toReversed()) {
    if (entry instanceof URLResolver) addResolver(table, resolver, entry);
    else addPattern(table, entry);
  }
  tables.set(resolver, table);
  return table;
}

function addPattern(table: ReverseTable, entry: URLPattern): void {
  const possibility: Possibility = {
    forms: formsOf(entry.pattern.regex.pattern),
    pattern: withoutCaret(entry.pattern.regex.pattern),
    defaults: entry.defaultArgs,
    converters: entry.pattern.converters,
  };
  push(table.lookups, entry.callback, possibility);
  if (entry.name !== null) push(table.lookups, entry.name, possibility);
}

function addResolver(table: ReverseTable, outer: URLResolver, entry: URLResolver): void {
  const prefix = withoutCaret(entry.pattern.regex.pattern);
  const { converters } = entry.pattern;
  if (entry.appName) {
    const namespace = entry.namespace ?? '';
    push(table.apps, entry.appName, namespace);
    table.namespaces.set(namespace, { prefix, resolver: entry });
    return;
  }
  const inner = reverseTable(entry);
  for (const [key, possibilities] of inner.lookups) {
    for (const possibility of possibilities) {
      const pattern = prefix + possibility.pattern;
      push(table.lookups, key, {
        forms: formsOf(pattern),
        pattern,
        defaults: { ...possibility.defaults, ...entry.defaultKwargs },
        converters: new Map([
          ...outer.pattern.converters,
          ...converters,
          ...possibility.converters,
        ]),
      });
    }
  }
  for (const [namespace, found] of inner.namespaces) {
    for (const [name, converter] of converters)
      found.resolver.pattern.converters.set(name, converter);
    table.namespaces.set(namespace, { ...found, prefix: prefix + found.prefix });
  }
  for (const [app, namespaces] of inner.apps) {
    for (const namespace of namespaces) push(table.apps, app, namespace);
  }
}

function formsOf(pattern: string): AddressForm[] {
  return normalize(pattern).map((form) => {
    const pieces = form.template.split(/%\(([^)]*)\)s/);
    return { ...form, pieces: pieces.some((piece) => piece.includes('%')) ? null : pieces };
  });
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function withoutCaret(pattern: string): string {
  return pattern.replace(/^\^/, '');
}

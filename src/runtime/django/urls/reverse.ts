/**
 * From a view or its name to an address.
 *
 * @module
 */

import { KeyError, ValueError } from '../../builtins.ts';
import { compile, escape, type Pattern } from '../../re.ts';
import { repr, str } from '../../repr.ts';
import { percent } from '../../string/percent.ts';
import { quote } from '../../urllib/unicode.ts';
import { iriToUri } from '../utils/encoding.ts';
import { escapeLeadingSlashes } from '../utils/http.ts';
import { getScriptPrefix, getUrlconf } from './base.ts';
import type { Converter } from './converters.ts';
import { NoReverseMatch } from './exceptions.ts';
import { getNsResolver } from './ns-resolver.ts';
import { dottedName } from './resolver-match.ts';
import { getResolver, type URLResolver } from './resolvers.ts';
import {
  type AddressForm,
  appDict,
  namespaceDict,
  type Possibility,
  reverseDict,
} from './reverse-table.ts';
import type { Kwargs, Urlconf, View } from './types.ts';

/** What the address is made with. */
export interface ReverseOptions {
  urlconf?: Urlconf | null;
  args?: readonly unknown[];
  kwargs?: Kwargs;
  /** The namespace to stay in where an application has several. */
  currentApp?: string | null;
}

const SAFE = "!$&'()*+,;=/~:@";

/** The address of a view, or of a name such as `polls:detail`, escaped. @throws {NoReverseMatch} @models django.urls.base:reverse */
export function reverse(viewname: View | string, options: ReverseOptions = {}): string {
  const root = getResolver(options.urlconf ?? getUrlconf());
  const prefix = getScriptPrefix();
  if (typeof viewname !== 'string') return iriToUri(search(root, viewname, prefix, options));
  const path = viewname.split(':');
  const name = path.pop() ?? '';
  const resolver = enterNamespaces(root, path, options.currentApp ?? null);
  return iriToUri(search(resolver, name, prefix, options));
}

function enterNamespaces(
  root: URLResolver,
  path: readonly string[],
  currentApp: string | null,
): URLResolver {
  let current: string[] | null = currentApp ? currentApp.split(':') : null;
  let resolver = root;
  let prefix = '';
  const entered: string[] = [];
  const converters = new Map<string, Converter>();
  for (const asked of path) {
    const wanted: string | null = current?.shift() ?? null;
    const namespace = chooseNamespace(appDict(resolver).get(asked), asked, wanted);
    if (namespace !== wanted) current = null;
    const found = namespaceDict(resolver).get(namespace);
    if (!found) throw unknownNamespace(namespace, entered);
    entered.push(namespace);
    prefix += found.prefix;
    resolver = found.resolver;
    for (const [key, converter] of resolver.pattern.converters) converters.set(key, converter);
  }
  return prefix ? getNsResolver(prefix, resolver, converters) : resolver;
}

function chooseNamespace(
  instances: readonly string[] | undefined,
  asked: string,
  wanted: string | null,
): string {
  if (!instances) return asked;
  if (wanted && instances.includes(wanted)) return wanted;
  return instances.includes(asked) ? asked : (instances[0] ?? asked);
}

function unknownNamespace(namespace: string, resolved: readonly string[]): NoReverseMatch {
  const inside = resolved.length > 0 ? ` inside '${resolved.join(':')}'` : '';
  return new NoReverseMatch(`${repr(namespace)} is not a registered namespace${inside}`);
}

/** @models django.urls.resolvers:URLResolver._reverse_with_prefix */
function search(
  resolver: URLResolver,
  view: View | string,
  prefix: string,
  options: ReverseOptions,
): string {
  const { args = [], kwargs = {} } = options;
  if (args.length > 0 && Object.keys(kwargs).length > 0) {
    throw new ValueError("Don't mix *args and **kwargs in call to reverse()!");
  }
  const possibilities = reverseDict(resolver).get(view) ?? [];
  for (const possibility of possibilities) {
    for (const form of possibility.forms) {
      const given = matchArguments(form, possibility, args, kwargs);
      if (given === null) continue;
      const texts = textsOf(given, possibility.converters);
      const path = fillIn(form, prefix, texts);
      if (wholePattern(possibility, prefix).test(path)) {
        return escapeLeadingSlashes(quote(path, SAFE));
      }
    }
  }
  throw noReverseMatch(view, possibilities, args, kwargs);
}

function fillIn(
  { pieces, template }: AddressForm,
  prefix: string,
  texts: ReadonlyMap<string, string>,
): string {
  if (pieces === null) {
    const named = Object.assign(Object.create(null) as object, Object.fromEntries(texts));
    return percent(prefix.replaceAll('%', '%%') + template, named as Record<string, string>);
  }
  let filled = prefix;
  for (const [at, piece] of pieces.entries()) {
    const text = at % 2 === 0 ? piece : texts.get(piece);
    if (text === undefined) throw new KeyError(piece);
    filled += text;
  }
  return filled;
}

function wholePattern(possibility: Possibility, prefix: string): Pattern {
  if (possibility.whole?.prefix !== prefix) {
    const regex = compile(`^${escape(prefix)}${possibility.pattern}`);
    possibility.whole = { prefix, regex };
  }
  return possibility.whole.regex;
}

function matchArguments(
  form: AddressForm,
  { defaults }: Possibility,
  args: readonly unknown[],
  kwargs: Kwargs,
): Kwargs | null {
  if (args.length > 0) {
    if (args.length !== form.params.length) return null;
    return Object.fromEntries(form.params.map((name, index) => [name, args[index]]));
  }
  for (const name of form.params) {
    if (!Object.hasOwn(kwargs, name) && !Object.hasOwn(defaults, name)) return null;
  }
  for (const name of Object.keys(kwargs)) {
    if (!form.params.includes(name) && !Object.hasOwn(defaults, name)) return null;
  }
  for (const name of Object.keys(defaults)) {
    if (Object.hasOwn(kwargs, name) && kwargs[name] !== defaults[name]) return null;
  }
  return kwargs;
}

/** Values as they stand in an address. */
function textsOf(
  given: Kwargs,
  converters: ReadonlyMap<string, Converter>,
): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const name of Object.keys(given)) {
    const value = given[name];
    texts.set(name, str(converters.get(name)?.toUrl(value) ?? value));
  }
  return texts;
}

function noReverseMatch(
  view: View | string,
  possibilities: readonly Possibility[],
  args: readonly unknown[],
  kwargs: Kwargs,
): NoReverseMatch {
  const name = typeof view === 'string' ? view : dottedName(view);
  if (possibilities.length === 0) {
    return new NoReverseMatch(
      `Reverse for '${name}' not found. '${name}' is not a valid view function or pattern name.`,
    );
  }
  const patterns = repr(possibilities.map((possibility) => possibility.pattern));
  return new NoReverseMatch(
    `Reverse for '${name}' with ${describeArguments(args, kwargs)} not found. ${possibilities.length} pattern(s) tried: ${patterns}`,
  );
}

function describeArguments(args: readonly unknown[], kwargs: Kwargs): string {
  if (args.length > 0) return `arguments '${repr(Object.freeze([...args]))}'`;
  return Object.keys(kwargs).length > 0 ? `keyword arguments '${repr(kwargs)}'` : 'no arguments';
}

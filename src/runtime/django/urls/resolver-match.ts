/**
 * What resolving a path gives.
 *
 * @module
 */

import { str } from '../../repr.ts';
import { moduleOf } from '../utils/module-loading.ts';
import type { Kwargs, View } from './types.ts';

/** What a match is made of. */
export interface ResolverMatchParts {
  func: View;
  args: readonly unknown[];
  kwargs: Kwargs;
  urlName: string | null;
  appNames?: readonly (string | null)[];
  namespaces?: readonly (string | null)[];
  route: string;
}

/** The view for a path, with what it is to be called with. @models django.urls.resolvers:ResolverMatch */
export class ResolverMatch {
  readonly func: View;
  readonly args: readonly unknown[];
  readonly kwargs: Kwargs;
  readonly urlName: string | null;
  readonly appNames: string[];
  readonly namespaces: string[];
  /** The routes that led here, joined. */
  readonly route: string;

  /** @models django.urls.resolvers:ResolverMatch.__init__ */
  constructor(parts: ResolverMatchParts) {
    this.func = parts.func;
    this.args = parts.args;
    this.kwargs = parts.kwargs;
    this.urlName = parts.urlName;
    this.appNames = givenNames(parts.appNames);
    this.namespaces = givenNames(parts.namespaces);
    this.route = parts.route;
  }

  /** Application names from the outside in, with colons. */
  get appName(): string {
    return this.appNames.join(':');
  }

  /** Namespaces from the outside in, with colons. */
  get namespace(): string {
    return this.namespaces.join(':');
  }

  /** The name to reverse by, or the view's dotted path where it has none. */
  get viewName(): string {
    return [...this.namespaces, this.urlName || dottedName(this.func)].join(':');
  }

  /** View, arguments and keyword arguments, as Python unpacks a match. @models django.urls.resolvers:ResolverMatch.__getitem__ */
  *[Symbol.iterator](): Generator<View | readonly unknown[] | Kwargs> {
    yield this.func;
    yield this.args;
    yield this.kwargs;
  }

  /** As Python shows it. @models django.urls.resolvers:ResolverMatch.__repr__ */
  toString(): string {
    const args = str(Object.freeze([...this.args]));
    const { appNames, namespaces } = this;
    const names = `url_name=${str(this.urlName)}, app_names=${str(appNames)}, namespaces=${str(namespaces)}`;
    return `ResolverMatch(func=${dottedName(this.func)}, args=${args}, kwargs=${str(this.kwargs)}, ${names}, route=${this.route})`;
  }
}

function givenNames(names: readonly (string | null)[] = []): string[] {
  const given: string[] = [];
  for (const name of names) if (name) given.push(name);
  return given;
}

/** A function's module and name, as Python's messages show them. */
export function dottedName(view: View): string {
  return `${moduleOf(view)}.${view.name || '<lambda>'}`;
}

/**
 * Suite django-urls on the runtime.
 *
 * @module
 */

import { getResolver, Resolver404, resolve, reverse, setScriptPrefix } from '#runtime/django/urls';
import { URLResolver } from '#runtime/django/urls/resolvers';
import type { UrlEntry } from '#runtime/django/urls/types';
import { PerProcess } from '#runtime/process';
import type { Case, Json, Out } from '../../model.ts';
import type { Urlconfs } from '../cases/urlconfs.ts';
import { startCase } from './process.ts';
import { dottedName, registerUrlconfs, viewOf } from './urlconfs.ts';
import { attempt, decode, encodeError } from './values.ts';

function lookUp(path: string, urlconf: string): unknown[] {
  const match = resolve(path, urlconf);
  return [
    match.func.name,
    Object.freeze([...match.args]),
    match.kwargs,
    match.urlName,
    match.appNames,
    match.namespaces,
    match.route,
    match.viewName,
  ];
}

function turnBack(input: Case, urlconf: string): string {
  const asked = input['name'] ?? null;
  const name = typeof asked === 'string' ? asked : viewOf((asked as { view: string }).view);
  setScriptPrefix(String(input['prefix'] ?? '/'));
  return reverse(name, {
    urlconf,
    args: decode(input['args'] ?? []) as unknown[],
    kwargs: decode(input['kwargs'] ?? { dict: [] }) as Record<string, unknown>,
    currentApp: (input['current_app'] ?? null) as string | null,
  });
}

/** Where in its list each of the patterns stands that were tried, from the outside in. */
function places(urlconf: string, tried: readonly (readonly UrlEntry[])[]): number[][] {
  return tried.map((steps) => {
    let inside: UrlEntry = getResolver(urlconf);
    return steps.map((step) => {
      const at = inside instanceof URLResolver ? inside.urlPatterns.indexOf(step) : -1;
      inside = step;
      return at;
    });
  });
}

function missed(error: Resolver404<UrlEntry>, urlconf: string, say: boolean): Out {
  const { path, tried } = error;
  return {
    path,
    tried: tried && places(urlconf, tried),
    ...(say && { error: encodeError(error) }),
  };
}

const prepared = new PerProcess<unknown>(() => null);

/** Begins a process for the first case; the others share it, as Python's do. */
function prepare(input: Case, shared: Record<string, Json>): void {
  if (prepared.value === shared) return;
  startCase(input);
  registerUrlconfs(shared as unknown as Urlconfs);
  prepared.value = shared;
}

/** What the runtime does with a case of the suite, whose URLconf is among the shared ones. */
export function replayUrls(input: Case, shared: Record<string, Json>): Out {
  prepare(input, shared);
  const urlconf = dottedName(String(input['urlconf']));
  const { path } = input;
  if (typeof path !== 'string') return attempt(() => turnBack(input, urlconf));
  const errors: Resolver404<UrlEntry>[] = [];
  const out = attempt(() => {
    try {
      return lookUp(path, urlconf);
    } catch (error) {
      if (!(error instanceof Resolver404)) throw error;
      errors.push(error as Resolver404<UrlEntry>);
      return null;
    }
  });
  const [error] = errors;
  return error === undefined ? out : missed(error, urlconf, input['say'] === true);
}

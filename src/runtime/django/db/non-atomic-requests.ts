/**
 * Views that do without the transaction of `ATOMIC_REQUESTS`.
 *
 * @module
 */

import { DEFAULT_DB_ALIAS } from './connection-handler.ts';

interface Marked {
  _nonAtomicRequests?: Set<string>;
}

const NONE: ReadonlySet<string> = new Set();

type Mark = <View extends object>(view: View) => View;

/** Marks a view: as in Python, it takes the view itself, or the alias and then the view. @models django.db.transaction:non_atomic_requests */
export function nonAtomicRequests<View extends (...given: never[]) => unknown>(view: View): View;
export function nonAtomicRequests(using?: string | null): Mark;
export function nonAtomicRequests(using: string | object | null = null): unknown {
  if (typeof using === 'function') return mark(using, DEFAULT_DB_ALIAS);
  const alias = typeof using === 'string' ? using : DEFAULT_DB_ALIAS;
  return <View extends object>(view: View) => mark(view, alias);
}

/** The aliases for which a view does without. */
export function aliasesWithoutTransaction(view: object): ReadonlySet<string> {
  return (view as Marked)._nonAtomicRequests ?? NONE;
}

function mark<View extends object>(view: View, alias: string): View {
  ((view as Marked)._nonAtomicRequests ??= new Set()).add(alias);
  return view;
}

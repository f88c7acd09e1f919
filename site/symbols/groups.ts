/**
 * The symbols of the runtime that model Python, as the appendix lists them: a page for each
 * package of Django and one for the rest, on each the modules of Python, in each the files.
 *
 * @module
 */

import { permalink } from '../../src/models/permalinks.ts';
import type { Places } from '../../src/models/places.ts';
import { nameOf, type TaggedSymbol } from '../../src/models/tag-index.ts';
import type { Passes } from '../source/recorded.ts';

/** One symbol and what it models. */
export interface SymbolRow {
  /** `BaseHandler.getResponse`. */
  symbol: string;
  /** The line of its declaration, from 1. */
  line: number;
  /** `BaseHandler.get_response`. */
  python: string;
  /** Where Python has it; absent where it has no definition of its own. */
  address?: string;
  /** How many recorded cases pass through it; absent for what is no code. */
  cases?: number;
}

/** A module of Python with the files of the runtime that model it. */
export interface ModuleOfSymbols {
  /** `django.core.handlers.base`. */
  module: string;
  files: { file: string; rows: SymbolRow[] }[];
  /** How many symbols there are. */
  count: number;
}

/** One page of the appendix. */
export interface GroupOfSymbols {
  /** The last part of its address, and its title: `django.core`, or `python`. */
  slug: string;
  title: string;
  modules: ModuleOfSymbols[];
  count: number;
}

const REST = 'python';

/** Sorts symbols into pages: Django's packages by name, then `wsgiref`, then what they stand on. */
export function groupSymbols(
  symbols: readonly TaggedSymbol[],
  places: Places,
  { passes }: Passes,
): GroupOfSymbols[] {
  const groups = Map.groupBy(symbols, ({ module }) => slugOf(module));
  return [...groups]
    .toSorted(([one], [other]) => rankOf(one) - rankOf(other) || compare(one, other))
    .map(([slug, own]) => ({
      slug,
      title: slug === REST ? "Python's library" : slug,
      modules: modulesOf(own, places, passes),
      count: own.length,
    }));
}

function slugOf(module: string): string {
  const [top = '', second] = module.split('.');
  if (top === 'wsgiref') return top;
  if (top !== 'django') return REST;
  return second === undefined ? top : `${top}.${second}`;
}

function rankOf(slug: string): number {
  return slug === REST ? 2 : slug === 'wsgiref' ? 1 : 0;
}

function modulesOf(
  symbols: TaggedSymbol[],
  places: Places,
  passes: Passes['passes'],
): ModuleOfSymbols[] {
  const modules = Map.groupBy(symbols, ({ module }) => module);
  return [...modules]
    .toSorted(([one], [other]) => compare(one, other))
    .map(([module, own]) => ({
      module,
      files: [...Map.groupBy(own, ({ file }) => file)].map(([file, rows]) => ({
        file,
        rows: rows.map((tagged) => rowOf(tagged, places, passes)),
      })),
      count: own.length,
    }));
}

function rowOf(tagged: TaggedSymbol, places: Places, passes: Passes['passes']): SymbolRow {
  const place = places.of(nameOf(tagged));
  const cases = passes[nameOf(tagged)];
  return {
    symbol: tagged.symbol,
    line: tagged.first,
    python: tagged.qualname,
    ...(place && { address: permalink(place.file, place.line) }),
    ...(cases !== undefined && { cases }),
  };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

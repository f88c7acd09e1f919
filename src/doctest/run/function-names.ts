/**
 * Names of the functions that snippets have entered, from the numbers of their marks.
 *
 * @module
 */

import { relative, sep } from 'node:path';
import type { MarkedFunction } from './module-store.ts';

/** Names functions of one run's modules, as `src/runtime/wsgiref/util.ts#shiftPathInfo`. */
export class FunctionNames {
  readonly #root: string;
  readonly #marked: MarkedFunction[];
  readonly #order: Map<string, number>;

  /**
   * @param loaded absolute paths of the modules, in the order of loading
   * @param root absolute path from which their files are named
   */
  constructor(loaded: string[], root: string, marked: MarkedFunction[]) {
    this.#root = root;
    this.#marked = marked;
    this.#order = new Map(loaded.map((path, index) => [path, index]));
  }

  /** The names of some functions, by their numbers, in the order in which modules were loaded. */
  of(numbers: number[]): string[] {
    const byModule = Map.groupBy(numbers, (number) => this.#marked[number]?.path ?? '');
    const orderOf = (path: string): number => this.#order.get(path) ?? -1;
    return [...byModule]
      .filter(([path]) => orderOf(path) >= 0)
      .toSorted(([one], [other]) => orderOf(one) - orderOf(other))
      .flatMap(([path, entered]) => {
        const file = relative(this.#root, path).replaceAll(sep, '/');
        return entered.map((number) => `${file}#${this.#marked[number]?.name}`);
      });
  }
}

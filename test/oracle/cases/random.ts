/**
 * Chance that is the same each time, so that the cases are.
 *
 * @module
 */

/** Draws from a seed; the same seed gives the same draws. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A whole number from 0 to below `limit`. */
  below(limit: number): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * limit);
  }

  /** One of the items. @throws a `RangeError` where there is none. */
  pick<Item>(items: readonly Item[]): Item {
    const index = this.below(items.length);
    if (items.length === 0) throw new RangeError('There is nothing to pick from.');
    return items[index] as Item;
  }

  /** True once in `times` draws. */
  once(times: number): boolean {
    return this.below(times) === 0;
  }

  /** Up to `most` items, drawn one by one; an item may come again. */
  some<Item>(items: readonly Item[], most: number): Item[] {
    return Array.from({ length: this.below(most + 1) }, () => this.pick(items));
  }
}

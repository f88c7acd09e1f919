/**
 * Dicts with a twist: several values a key, and keys in any case.
 *
 * @module
 */

import { Exception } from '../../builtins.ts';
import { repr } from '../../repr.ts';

/** There is no value under a key. @models django.utils.datastructures:MultiValueDictKeyError */
export class MultiValueDictKeyError extends Exception {
  override name = 'MultiValueDictKeyError';
}

/** A dict that keeps a list under each key and shows its last value. @models django.utils.datastructures:MultiValueDict */
export class MultiValueDict<Value> {
  readonly #lists = new Map<string, Value[]>();

  constructor(entries: Iterable<readonly [string, readonly Value[]]> = []) {
    for (const [key, list] of entries) this.#lists.set(key, [...list]);
  }

  /** How many keys there are. */
  get size(): number {
    return this.#lists.size;
  }

  /** The last value of a key. @throws {MultiValueDictKeyError} @models django.utils.datastructures:MultiValueDict.__getitem__ */
  item(key: string): Value | [] {
    const list = this.#lists.get(key);
    if (!list) throw new MultiValueDictKeyError(repr(key));
    return list.length > 0 ? (list.at(-1) as Value) : [];
  }

  /** The last value of a key, or `fallback`. @models django.utils.datastructures:MultiValueDict.get */
  get<Fallback = null>(key: string, fallback: Fallback = null as Fallback): Value | Fallback {
    const list = this.#lists.get(key);
    return list && list.length > 0 ? (list.at(-1) as Value) : fallback;
  }

  /** Every value of a key. @models django.utils.datastructures:MultiValueDict.getlist */
  getlist(key: string, fallback: readonly Value[] = []): Value[] {
    return [...(this.#lists.get(key) ?? fallback)];
  }

  /** Whether a key is there, with however many values. */
  has(key: string): boolean {
    return this.#lists.has(key);
  }

  /** Gives a key this one value. @models django.utils.datastructures:MultiValueDict.__setitem__ */
  set(key: string, value: Value): void {
    this.#lists.set(key, [value]);
  }

  /** Gives a key these values. @models django.utils.datastructures:MultiValueDict.setlist */
  setlist(key: string, list: readonly Value[]): void {
    this.#lists.set(key, [...list]);
  }

  /** Adds a value to those of a key. @models django.utils.datastructures:MultiValueDict.appendlist */
  appendlist(key: string, value: Value): void {
    const list = this.#lists.get(key);
    if (list) list.push(value);
    else this.#lists.set(key, [value]);
  }

  /** Removes a key. */
  delete(key: string): boolean {
    return this.#lists.delete(key);
  }

  /** Keys in the order in which they came. */
  keys(): IterableIterator<string> {
    return this.#lists.keys();
  }

  /** Each key with its last value. @models django.utils.datastructures:MultiValueDict.items */
  *items(): Generator<[string, Value | []]> {
    for (const key of this.keys()) yield [key, this.item(key)];
  }

  /** Each key with all its values. @models django.utils.datastructures:MultiValueDict.lists */
  lists(): IterableIterator<[string, Value[]]> {
    return this.#lists.entries();
  }

  /** A plain record of last values. @models django.utils.datastructures:MultiValueDict.dict */
  dict(): Record<string, Value | []> {
    return Object.fromEntries(this.items());
  }

  /** As Python shows it. @models django.utils.datastructures:MultiValueDict.__repr__ */
  toString(): string {
    return `<${this.constructor.name}: ${repr(Object.fromEntries(this.#lists))}>`;
  }
}

/** A dict whose keys are found in any case and shown in their own. @models django.utils.datastructures:CaseInsensitiveMapping */
export class CaseInsensitiveMapping<Value> {
  readonly #store: ReadonlyMap<string, [key: string, value: Value]>;

  constructor(entries: Iterable<readonly [string, Value]>) {
    this.#store = new Map(
      Array.from(entries, ([key, value]) => [key.toLowerCase(), [key, value]] as const),
    );
  }

  /** The value of a key, or `fallback`. @models django.utils.datastructures:CaseInsensitiveMapping.__getitem__ */
  get<Fallback = null>(key: string, fallback: Fallback = null as Fallback): Value | Fallback {
    const found = this.#store.get(key.toLowerCase());
    return found ? found[1] : fallback;
  }

  /** Whether a key is there. */
  has(key: string): boolean {
    return this.#store.has(key.toLowerCase());
  }

  /** Keys in their own case, with their values. */
  entries(): [key: string, value: Value][] {
    return [...this.#store.values()];
  }
}

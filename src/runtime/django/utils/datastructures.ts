/**
 * Dicts with a twist: several values a key, and keys in any case.
 *
 * @module
 */

import { AttributeError, KeyError } from '../../builtins.ts';
import { repr } from '../../repr.ts';

/** There is no value under a key. @models django.utils.datastructures:MultiValueDictKeyError */
export class MultiValueDictKeyError extends KeyError {
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

  /** The last value of a key, `[]` where its list is empty. @throws {MultiValueDictKeyError} @models django.utils.datastructures:MultiValueDict.__getitem__ */
  item(key: string): Value | [] {
    const list = this.#lists.get(key);
    if (!list) throw new MultiValueDictKeyError(key);
    return list.length > 0 ? (list.at(-1) as Value) : [];
  }

  /** The last value of a key, or `fallback`. @models django.utils.datastructures:MultiValueDict.get */
  get<Fallback = null>(key: string, fallback: Fallback = null as Fallback): Value | Fallback {
    const list = this.#lists.get(key);
    return list && list.length > 0 ? (list.at(-1) as Value) : fallback;
  }

  /** Every value of a key. @models django.utils.datastructures:MultiValueDict.getlist */
  getlist(key: string, fallback: readonly Value[] | null = null): Value[] {
    return [...(this.#lists.get(key) ?? fallback ?? [])];
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
  setlist(key: string, list: Iterable<Value>): void {
    this.#lists.set(key, [...list]);
  }

  /** The last value of a key, which is given one if it is not there. @models django.utils.datastructures:MultiValueDict.setdefault */
  setdefault(key: string, value: Value): Value | [] {
    if (!this.has(key)) this.set(key, value);
    return this.item(key);
  }

  /** The list of a key itself, which is put there if it is not. @models django.utils.datastructures:MultiValueDict.setlistdefault */
  setlistdefault(key: string, list: Iterable<Value> | null = null): Value[] {
    if (!this.has(key)) this.setlist(key, list ?? []);
    return this.#lists.get(key) ?? [];
  }

  /** Adds a value to those of a key. @models django.utils.datastructures:MultiValueDict.appendlist */
  appendlist(key: string, value: Value): void {
    this.setlistdefault(key).push(value);
  }

  /** Adds the values of another dict to those that are here. @models django.utils.datastructures:MultiValueDict.update */
  update(other: MultiValueDict<Value> | Readonly<Record<string, Value>>): void {
    const lists =
      other instanceof MultiValueDict
        ? other.lists()
        : Object.entries(other).map(([key, value]) => [key, [value]] as const);
    for (const [key, list] of lists) this.setlistdefault(key).push(...list);
  }

  /** Removes a key. @throws {KeyError} where it is not there. */
  delete(key: string): void {
    if (!this.#lists.delete(key)) throw new KeyError(key);
  }

  /** Removes a key and gives its list, or `fallback`. @throws {KeyError} where there is neither. */
  pop<Fallback = never>(key: string, ...fallback: [Fallback?]): Value[] | Fallback {
    const list = this.#lists.get(key);
    if (list === undefined && fallback.length === 0) throw new KeyError(key);
    this.#lists.delete(key);
    return list ?? (fallback[0] as Fallback);
  }

  /** Removes the last key and gives it with its list. @throws {KeyError} where there is none. */
  popitem(): [key: string, list: Value[]] {
    const last = [...this.#lists].at(-1);
    if (!last) throw new KeyError('popitem(): dictionary is empty');
    this.#lists.delete(last[0]);
    return last;
  }

  /** Removes every key. */
  clear(): void {
    this.#lists.clear();
  }

  /** Keys in the order in which they came. */
  keys(): IterableIterator<string> {
    return this.#lists.keys();
  }

  /** Each key with its last value. @models django.utils.datastructures:MultiValueDict.items */
  *items(): Generator<[string, Value | []]> {
    for (const key of this.keys()) yield [key, this.item(key)];
  }

  /** The last value of each key. @models django.utils.datastructures:MultiValueDict.values */
  *values(): Generator<Value | []> {
    for (const key of this.keys()) yield this.item(key);
  }

  /** Each key with all its values. @models django.utils.datastructures:MultiValueDict.lists */
  lists(): IterableIterator<[string, Value[]]> {
    return this.#lists.entries();
  }

  /** A plain record of last values. @models django.utils.datastructures:MultiValueDict.dict */
  dict(): Record<string, Value | []> {
    return Object.fromEntries(this.items());
  }

  /** Another dict of the same keys and values. @models django.utils.datastructures:MultiValueDict.copy */
  copy(): MultiValueDict<Value> {
    return new MultiValueDict(this.lists());
  }

  /** As Python shows it. @models django.utils.datastructures:MultiValueDict.__repr__ */
  toString(): string {
    return `<${this.constructor.name}: ${repr(this.#lists)}>`;
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

  /** How many keys there are. @models django.utils.datastructures:CaseInsensitiveMapping.__len__ */
  get size(): number {
    return this.#store.size;
  }

  /** The value of a key. @throws {KeyError} where it is not there. @models django.utils.datastructures:CaseInsensitiveMapping.__getitem__ */
  item(key: string): Value {
    const lower = key.toLowerCase();
    const found = this.#store.get(lower);
    if (found === undefined) throw new KeyError(lower);
    return found[1];
  }

  /** The value of a key, or `fallback`. */
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

  /** As Python shows it. @models django.utils.datastructures:CaseInsensitiveMapping.__repr__ */
  toString(): string {
    return repr(new Map(this.#store.values()));
  }
}

/** A list that says what is wrong when it is to be changed. @models django.utils.datastructures:ImmutableList */
export class ImmutableList<Value> extends Array<Value> {
  static override readonly [Symbol.species] = Array;

  /** @param warning the message of the error. */
  constructor(values: Iterable<Value>, warning = 'ImmutableList object is immutable.') {
    super();
    for (const value of values) this[this.length] = value;
    const complain = (): never => {
      throw new AttributeError(warning);
    };
    for (const name of CHANGES) Object.defineProperty(this, name, { value: complain });
    Object.freeze(this);
  }
}

const CHANGES = ['push', 'pop', 'shift', 'unshift', 'splice', 'sort', 'reverse', 'fill'];

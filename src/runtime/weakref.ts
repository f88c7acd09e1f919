/**
 * Weak references whose end is told, not waited for. CPython frees an object at the moment
 * when its last name goes; JavaScript frees it some day. So a program says when.
 *
 * @module
 */

const released = new WeakSet<WeakKey>();

/** A reference that does not keep its target alive. @models weakref:ref */
export class Ref<T extends WeakKey> {
  readonly #target: T;

  constructor(target: T) {
    this.#target = target;
  }

  /** The target, or `null` once it was released. @models weakref:ref.__call__ */
  deref(): T | null {
    return released.has(this.#target) ? null : this.#target;
  }
}

/** Stands for the moment when the last name of an object goes: every `Ref` to it is dead. */
export function release(target: WeakKey): void {
  released.add(target);
}

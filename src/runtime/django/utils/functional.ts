/**
 * Values that are made when they are first looked at.
 *
 * @module
 */

import { isNone, missingAttribute } from '../../objects.ts';
import { repr } from '../../repr.ts';

interface Lazy {
  setup: () => unknown;
  made: { value: unknown } | null;
}

const all = new WeakMap<WeakKey, Lazy>();

function valueOf(lazy: Lazy): unknown {
  lazy.made ??= { value: lazy.setup() };
  return lazy.made.value;
}

function read(lazy: Lazy, name: string | symbol): unknown {
  const value = valueOf(lazy);
  if (isNone(value)) {
    if (typeof name === 'symbol') return name === Symbol.toPrimitive ? () => 'None' : undefined;
    throw missingAttribute(value, name);
  }
  const found: unknown = Reflect.get(Object(value) as object, name, value);
  return typeof found === 'function' && name !== 'constructor'
    ? (found as (...given: unknown[]) => unknown).bind(value)
    : found;
}

function handlerOf(lazy: Lazy): ProxyHandler<object> {
  const target = () => Object(valueOf(lazy)) as object;
  return {
    get: (_, name) => read(lazy, name),
    set: (_, name, value) => Reflect.set(target(), name, value),
    has: (_, name) => Reflect.has(target(), name),
    deleteProperty: (_, name) => Reflect.deleteProperty(target(), name),
    getPrototypeOf: () => Reflect.getPrototypeOf(target()),
    ownKeys: () => Reflect.ownKeys(target()),
    getOwnPropertyDescriptor: (_, name) => {
      const found = Reflect.getOwnPropertyDescriptor(target(), name);
      return found && { ...found, configurable: true };
    },
  };
}

function makeLazy(setup: () => object): object {
  const lazy: Lazy = { setup, made: null };
  const proxy = new Proxy({}, handlerOf(lazy));
  all.set(proxy, lazy);
  return proxy;
}

/** Makes stand-ins. */
export interface SimpleLazyObjectClass {
  new <T>(setup: () => T): T;
}

/**
 * `new SimpleLazyObject(make)` is a stand-in for what `make` returns. `make` is called once,
 * when the stand-in is first looked into; it passes for the thing itself, but is not
 * identical to it. @models django.utils.functional:SimpleLazyObject
 */
export const SimpleLazyObject = function SimpleLazyObject(setup: () => object): object {
  return makeLazy(setup);
} as unknown as SimpleLazyObjectClass;

/** Whether a value is a stand-in whose thing has not been made yet. */
export function isUnevaluated(value: unknown): boolean {
  return typeof value === 'object' && value !== null && all.get(value)?.made === null;
}

/** The thing behind a stand-in, made now if it has to be; anything else is itself. */
export function unwrap<T>(value: T): T {
  const lazy = typeof value === 'object' && value !== null ? all.get(value) : undefined;
  return lazy ? (valueOf(lazy) as T) : value;
}

/** A stand-in as Python shows it: what will make it, or what it has become. @models django.utils.functional:SimpleLazyObject.__repr__ */
export function reprLazy(value: object): string {
  const lazy = all.get(value);
  if (!lazy) return repr(value);
  const inside = lazy.made ? repr(lazy.made.value) : repr(lazy.setup);
  return `<SimpleLazyObject: ${inside}>`;
}

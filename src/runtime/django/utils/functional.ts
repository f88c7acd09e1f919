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
  if (name === '__repr__') return () => show(lazy);
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

/** What will make it, or what it has become. @models django.utils.functional:SimpleLazyObject.__repr__ */
function show({ setup, made }: Lazy): string {
  return `<SimpleLazyObject: ${repr(made ? made.value : setup)}>`;
}

function handlerOf(lazy: Lazy): ProxyHandler<object> {
  const target = () => Object(valueOf(lazy)) as object;
  return {
    get: (_, name) => read(lazy, name),
    set: (_, name, value) => Reflect.set(target(), name, value),
    has: (_, name) => name === '__repr__' || Reflect.has(target(), name),
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

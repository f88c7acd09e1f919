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

/** What a stand-in gives under this name alone: what is behind it. */
const BEHIND = Symbol('behind');

function behind(value: unknown): Lazy | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  return (value as { [BEHIND]?: Lazy })[BEHIND];
}

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

function objectOf(lazy: Lazy): object {
  return Object(valueOf(lazy)) as object;
}

const HANDLER: ProxyHandler<Lazy> = {
  get: (lazy, name) => (name === BEHIND ? lazy : read(lazy, name)),
  set: (lazy, name, value) => Reflect.set(objectOf(lazy), name, value),
  has: (lazy, name) => name === '__repr__' || Reflect.has(objectOf(lazy), name),
  deleteProperty: (lazy, name) => Reflect.deleteProperty(objectOf(lazy), name),
  getPrototypeOf: (lazy) => Reflect.getPrototypeOf(objectOf(lazy)),
  ownKeys: (lazy) => Reflect.ownKeys(objectOf(lazy)),
  getOwnPropertyDescriptor: (lazy, name) => {
    const found = Reflect.getOwnPropertyDescriptor(objectOf(lazy), name);
    return found && { ...found, configurable: true };
  },
};

function makeLazy(setup: () => object): object {
  return new Proxy<Lazy>({ setup, made: null }, HANDLER);
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
  return behind(value)?.made === null;
}

/** The thing behind a stand-in, made now if it has to be; anything else is itself. */
export function unwrap<T>(value: T): T {
  const lazy = behind(value);
  return lazy ? (valueOf(lazy) as T) : value;
}

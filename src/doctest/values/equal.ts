/**
 * When `// => value` holds: the same value, by structure.
 *
 * @module
 */

/**
 * Whether two values are the same by structure. `NaN` equals itself, `-0` differs from `0`, and a
 * record without a prototype (as environ is) equals an object literal with the same entries.
 * An instance of a class equals only itself: what its private fields hold cannot be seen.
 */
export function equal(left: unknown, right: unknown): boolean {
  return compare(left, right, new Map());
}

type Seen = Map<object, object>;

function compare(left: unknown, right: unknown, seen: Seen): boolean {
  if (Object.is(left, right)) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || !left || !right) return false;
  if (kind(left) !== kind(right)) return false;
  if (seen.get(left) === right) return true;
  seen.set(left, right);
  if (left instanceof Map && right instanceof Map) return sameMaps(left, right, seen);
  if (left instanceof Set && right instanceof Set) return sameSets(left, right, seen);
  if (left instanceof Date && right instanceof Date) return left.getTime() === right.getTime();
  if (left instanceof RegExp && right instanceof RegExp) return String(left) === String(right);
  if (left instanceof Error && right instanceof Error) {
    return left.name === right.name && left.message === right.message;
  }
  if (!hasVisibleContent(left)) return false;
  if (Array.isArray(left) && Array.isArray(right) && left.length !== right.length) return false;
  return sameFields(left, right, seen);
}

/** The prototype, with plain and prototype-less records counted as one kind. */
function kind(value: object): object | null {
  const prototype: object | null = Object.getPrototypeOf(value);
  return prototype === Object.prototype ? null : prototype;
}

function hasVisibleContent(value: object): boolean {
  return kind(value) === null || Array.isArray(value) || ArrayBuffer.isView(value);
}

function sameMaps(left: Map<unknown, unknown>, right: Map<unknown, unknown>, seen: Seen): boolean {
  if (left.size !== right.size) return false;
  return [...left].every(([key, value]) => right.has(key) && compare(value, right.get(key), seen));
}

function sameSets(left: Set<unknown>, right: Set<unknown>, seen: Seen): boolean {
  if (left.size !== right.size) return false;
  const others = [...right];
  return [...left].every(
    (value) => right.has(value) || others.some((other) => compare(value, other, seen)),
  );
}

function sameFields(left: object, right: object, seen: Seen): boolean {
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length) return false;
  return keys.every(
    (key) =>
      Object.hasOwn(right, key) &&
      compare(Reflect.get(left, key) as unknown, Reflect.get(right, key) as unknown, seen),
  );
}

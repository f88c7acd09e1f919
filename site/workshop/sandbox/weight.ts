/**
 * How much some data weighs that came out of a worker, before it is handed on to the page.
 *
 * @module
 */

/** Bytes that a value takes besides its text: about what an engine spends on it. */
const EACH = 16;

/**
 * Whether cloned data weighs at most so many bytes. It stops counting when there are more, so that
 * it takes no longer for more.
 */
export function weighsAtMost(data: unknown, most: number): boolean {
  let weight = 0;
  const seen = new Set<unknown>();
  const waiting: unknown[] = [data];
  while (waiting.length > 0) {
    const value = waiting.pop();
    weight += EACH;
    if (!seen.has(value)) weight += ownWeight(value);
    if (weight > most) return false;
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    if (ArrayBuffer.isView(value)) waiting.push(value.buffer);
    else if (value instanceof Map) for (const pair of value) waiting.push(...pair);
    else if (value instanceof Set) for (const item of value) waiting.push(item);
    else if (Array.isArray(value)) for (const item of value) waiting.push(item);
    else for (const [name, item] of Object.entries(value)) waiting.push(name, item);
  }
  return true;
}

function ownWeight(value: unknown): number {
  if (typeof value === 'string') return 2 * value.length;
  if (typeof value === 'bigint') return value.toString(16).length / 2;
  if (value instanceof ArrayBuffer) return value.byteLength;
  if (Array.isArray(value)) return EACH * value.length;
  if (value instanceof Map || value instanceof Set) return EACH * value.size;
  if (value instanceof Error) return 2 * (value.message.length + (value.stack ?? '').length);
  return 0;
}

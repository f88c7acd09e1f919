/**
 * Zip files with some bytes of theirs changed.
 *
 * @module
 */

/** Where the first record of the directory begins. */
export function firstCentral(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return view.getUint32(bytes.length - 22 + 16, true);
}

/** The same with other bytes at a place. */
export function patched(bytes: Uint8Array, at: number, values: readonly number[]): Uint8Array {
  const copy = bytes.slice();
  copy.set(values, at);
  return copy;
}

/**
 * The signal by which Python is asked to stop.
 *
 * @module
 */

/**
 * What Pyodide polls in the place of the shared byte. It reads a signal and clears it in two steps,
 * and would wipe out one that is set in between; here only what has been read can be cleared.
 *
 * @param shared one byte: 0, or the number of the signal
 */
export function interruptBuffer(shared: Uint8Array): Uint8Array {
  let seen = 0;
  const polled = {
    get 0(): number {
      return (seen = Atomics.load(shared, 0));
    },
    set 0(value: number) {
      if (seen !== 0) Atomics.store(shared, 0, value);
    },
  };
  return polled as unknown as Uint8Array;
}

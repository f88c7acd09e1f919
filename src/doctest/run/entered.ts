/**
 * Where functions of the runtime note that they were entered, in the thread that runs them.
 *
 * @module
 */

/** At the number of each function: whether it was entered since the list was last read. */
export let entered = new Uint8Array(0);

/** Makes room for so many functions. */
export function makeRoom(functions: number): void {
  entered = new Uint8Array(functions);
}

/** The numbers of the functions entered since the last call. */
export function takeEntered(): number[] {
  const numbers: number[] = [];
  for (let at = entered.indexOf(1); at !== -1; at = entered.indexOf(1, at + 1)) numbers.push(at);
  entered.fill(0);
  return numbers;
}

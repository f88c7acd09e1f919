/**
 * A time limit that is not used up while everything stands still.
 *
 * @module
 */

// Few, since in a hidden tab browsers let longer chains of timers wait.
const STEPS = 4;

/**
 * Calls `act` after `limit` milliseconds, unless the function returned is called before. The time
 * is counted in steps, and a step that comes late counts once: while the computer slept or the page
 * stood still, the program may have, too, and its answer may wait behind the timer.
 *
 * @param limit in milliseconds
 */
export function watch(limit: number, act: () => void): () => void {
  let left = STEPS;
  let timer: ReturnType<typeof setTimeout>;
  const wait = (): void => {
    timer = setTimeout(() => {
      left -= 1;
      if (left === 0) act();
      else wait();
    }, limit / STEPS);
  };
  wait();
  return () => clearTimeout(timer);
}

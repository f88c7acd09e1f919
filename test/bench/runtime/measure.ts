/**
 * How long steps take.
 *
 * @module
 */

/** Some steps, and what they took in seconds: on the clock, and of processors. */
export interface Measured {
  count: number;
  wall: number;
  used: number;
}

/** The clock and the counter of processor time, in seconds and microseconds. */
export interface Clocks {
  now(): number;
  cpuUsage(): { user: number; system: number };
}

const CLOCKS: Clocks = {
  now: () => performance.now() / 1000,
  cpuUsage: () => process.cpuUsage(),
};

/** Takes steps for about so many seconds, without looking at the clock after each. */
export function measure(
  step: { run(): unknown },
  seconds: number,
  clocks: Clocks = CLOCKS,
): Measured {
  const before = clocks.cpuUsage();
  const begun = clocks.now();
  let count = 0;
  for (let size = 1; ;) {
    for (let left = size; left > 0; left -= 1) step.run();
    count += size;
    const wall = clocks.now() - begun;
    if (wall >= seconds) return { count, wall, used: usedSince(before, clocks) };
    size = Math.max(1, Math.min(count, Math.trunc((count * (seconds - wall)) / wall)));
  }
}

function usedSince(before: { user: number; system: number }, clocks: Clocks): number {
  const { user, system } = clocks.cpuUsage();
  return (user - before.user + system - before.system) / 1e6;
}

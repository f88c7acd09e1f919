/**
 * How long steps take.
 *
 * @module
 */

/** Some steps, and the processor time that they took, in seconds. */
export interface Measured {
  count: number;
  seconds: number;
}

/** Something that can be done again and again. */
export interface Step {
  run(): unknown;
}

/**
 * The processor time of this process so far, in seconds: that of all its threads, those that
 * compile and collect garbage too. Others on the machine add nothing to it.
 */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Takes steps for about so many seconds, without looking at the clock after each. */
export function measure(
  step: Step,
  seconds: number,
  clock: () => number = processorTime,
): Measured {
  const begun = clock();
  let count = 0;
  for (let size = 1; ;) {
    for (let left = size; left > 0; left -= 1) step.run();
    count += size;
    const taken = clock() - begun;
    if (taken >= seconds) return { count, seconds: taken };
    size = Math.max(1, Math.min(count, Math.trunc((count * (seconds - taken)) / taken)));
  }
}

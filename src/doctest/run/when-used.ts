/**
 * A limit in the time that a thread has used: on a processor, or waiting by its own choice. On a
 * busy machine a thread may be ready and have no processor; that time is not held against it.
 *
 * @module
 */

import type { Worker } from 'node:worker_threads';

/** However little a thread has used: after so many times its limit it is out of time. */
const PATIENCE = 8;

/** Of the limit: clocks differ a little. */
const ENOUGH = 0.9;

/**
 * Calls `act` once a thread has used so many milliseconds. Returns what calls it off.
 */
export function whenUsed(worker: Worker, limit: number, act: () => void): () => void {
  const begun = performance.now();
  const idle = () => worker.performance.eventLoopUtilization().idle;
  const idleBefore = idle();
  const processorBefore = processorTime(worker);
  let off = false;
  let timer: NodeJS.Timeout;
  const used = async (): Promise<number> => {
    const [before, now] = await Promise.all([processorBefore, processorTime(worker)]);
    const passed = performance.now() - begun;
    return before === undefined || now === undefined ? passed : now - before + idle() - idleBefore;
  };
  const look = async (): Promise<void> => {
    const spent = performance.now() - begun >= limit * PATIENCE ? limit : await used();
    if (off) return;
    if (spent >= limit * ENOUGH) act();
    else timer = setTimeout(look, Math.max(limit - spent, 10));
  };
  timer = setTimeout(look, limit);
  return () => {
    off = true;
    clearTimeout(timer);
  };
}

/** Milliseconds on a processor; undefined where Node cannot tell, or does not answer. */
function processorTime(worker: Worker): Promise<number | undefined> {
  if (!('cpuUsage' in worker)) return Promise.resolve(undefined);
  const { promise, resolve } = Promise.withResolvers<number | undefined>();
  // An answer that came while this thread was busy is heard before its silence is.
  const silence = setTimeout(() => setImmediate(() => resolve(undefined)), 1000);
  silence.unref();
  worker
    .cpuUsage()
    .then(
      ({ user, system }) => resolve((user + system) / 1000),
      () => resolve(undefined),
    )
    .finally(() => clearTimeout(silence));
  return promise;
}

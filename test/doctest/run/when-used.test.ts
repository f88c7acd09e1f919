import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { whenUsed } from '../../../src/doctest/run/when-used.ts';

const LIMIT = 100;
const BLOCKED = 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);';

const workers: Worker[] = [];

afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.terminate()));
});

async function start(code: string): Promise<Worker> {
  const worker = new Worker(code, { eval: true });
  workers.push(worker);
  await new Promise((resolve) => worker.once('online', resolve));
  return worker;
}

describe('a limit in the time that a thread uses', () => {
  it('comes for a thread that computes, and for one that waits for nothing', async () => {
    for (const code of ['for (;;);', 'setInterval(() => {}, 1000);']) {
      const worker = await start(code);
      await new Promise<void>((resolve) => whenUsed(worker, LIMIT, resolve));
    }
  });

  it('comes later for a thread that gets no processor, but it comes', async () => {
    const blocked = await start(BLOCKED);
    const computing = await start('for (;;);');
    const order: string[] = [];
    await new Promise<void>((resolve) => {
      whenUsed(computing, LIMIT, () => order.push('computing'));
      whenUsed(blocked, LIMIT * 5, () => {
        order.push('blocked');
        resolve();
      });
    });
    expect(order).toEqual(['computing', 'blocked']);
  });

  it('does not come once it is called off', async () => {
    const worker = await start('for (;;);');
    const other = await start('for (;;);');
    const calls: string[] = [];
    const callOff = whenUsed(worker, LIMIT, () => calls.push('called off'));
    callOff();
    await new Promise<void>((resolve) => whenUsed(other, LIMIT * 2, resolve));
    expect(calls).toEqual([]);
  });
});

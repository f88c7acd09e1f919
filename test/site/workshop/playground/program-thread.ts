/**
 * A thread with a program in it, as the sandbox has workers.
 *
 * @module
 */

import { parentPort, workerData } from 'node:worker_threads';
import type { Answer } from '../../../../site/workshop/sandbox/inside.ts';
import { inside } from './inside.ts';

const { default: answer } = (await import(String(workerData))) as { default: Answer };

parentPort?.on('message', async (message: unknown) => {
  try {
    parentPort?.postMessage({ value: await answer(message, inside) });
  } catch (error) {
    parentPort?.postMessage({ error: String(error) });
  }
});

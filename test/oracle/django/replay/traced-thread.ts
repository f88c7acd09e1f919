/**
 * A thread whose runtime reports its calls.
 *
 * @module
 */

import { parentPort } from 'node:worker_threads';
import { traceModules } from '#trace/node-loader';
import type { Case } from '../../model.ts';

if (!parentPort) throw new Error('This module is the inside of a thread.');
const port = parentPort;
traceModules(new URL('../../../../src/runtime/', import.meta.url));
const { indexFrom } = await import('#runtime/django/urls/walk');
indexFrom(Infinity);
await import('./disk-place.ts');
const { traceCase } = await import('./traced-case.ts');

port.on('message', async (input: Case) => {
  try {
    port.postMessage({ out: await traceCase(input) });
  } catch (error) {
    port.postMessage({ error });
  }
});

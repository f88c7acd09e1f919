/**
 * Suite django-trace on the runtime: a thread of its own, since its modules are other ones.
 *
 * @module
 */

import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Case, Out } from '../../model.ts';

let thread: Worker | null = null;

/** What the runtime does with a case of the suite: every call, whether compared or not. */
export async function replayTrace(input: Case): Promise<Out> {
  thread ??= startThread();
  thread.ref();
  thread.postMessage(input);
  const [answer] = (await once(thread, 'message')) as [{ out: Out } | { error: unknown }];
  thread?.unref();
  if ('error' in answer) throw answer.error;
  return answer.out;
}

function startThread(): Worker {
  const worker = new Worker(new URL('traced-thread.ts', import.meta.url), { execArgv: [] });
  worker.unref();
  worker.once('exit', () => {
    thread = null;
  });
  return worker;
}

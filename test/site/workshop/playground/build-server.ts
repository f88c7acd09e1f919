/**
 * The playground's program in threads of this process.
 *
 * @module
 */

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { bundle } from '../../../../site/workshop/build/bundle.ts';
import type { ServerSession } from '../../../../site/workshop/playground/client.ts';

const THREAD = new URL('program-thread.ts', import.meta.url);

/** The program, bundled as for the sandbox. */
export interface BuiltServer {
  /** A session with a program that nothing has run in before. */
  open: () => Promise<ServerSession>;
  /** Ends all sessions, and removes the bundle. */
  remove: () => Promise<void>;
}

/** Bundles the playground's program. */
export async function buildServer(): Promise<BuiltServer> {
  const folder = await mkdtemp(join(tmpdir(), 'playground-'));
  const file = join(folder, 'program.mjs');
  const text = await bundle({ entry: 'site/workshop/programs/playground.ts', format: 'esm' });
  await writeFile(file, text);
  const threads: Worker[] = [];
  return {
    open: async () => {
      const thread = new Worker(THREAD, { workerData: pathToFileURL(file).href });
      threads.push(thread);
      return sessionWith(thread);
    },
    remove: async () => {
      await Promise.all(threads.map((thread) => thread.terminate()));
      await rm(folder, { recursive: true });
    },
  };
}

function sessionWith(thread: Worker): ServerSession {
  let closed = false;
  return {
    get closed() {
      return closed;
    },
    ask: <Answered>(message: unknown) =>
      new Promise<Answered>((resolve, reject) => {
        thread.once('message', (told: { value: Answered } | { error: string }) => {
          if ('error' in told) reject(new Error(told.error));
          else resolve(told.value);
        });
        thread.postMessage(message);
      }),
    close: () => {
      closed = true;
      void thread.terminate();
    },
  };
}

/**
 * Starts threads of the engine's own: their modules are made ready once, so that no thread has to.
 *
 * @module
 */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Worker, type WorkerOptions } from 'node:worker_threads';
import { ModuleStore } from './module-store.ts';
import type { ThreadData } from './protocol.ts';
import { stripTypes } from './strip-types.ts';

/**
 * V8 gives a thread 1 MB for young objects at first, and collects garbage again and again while
 * modules load. It reads this when a thread starts; threads that run already do not change.
 */
const YOUNG_MB = 16;

const engineModules = new ModuleStore();
let boot: string | undefined;

/** Starts a thread. @param entry `file:` URL of the module that it begins with */
export function startThread(entry: URL, options: WorkerOptions = {}): Worker {
  boot ??= stripTypes(readFileSync(new URL('boot.ts', import.meta.url), 'utf8')).code;
  const modules = engineModules.collect([fileURLToPath(entry)]);
  setFlagsFromString(`--min-semi-space-size=${YOUNG_MB}`);
  return new Worker(boot, {
    ...options,
    eval: true,
    execArgv: [
      '--input-type=module',
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
    ],
    workerData: { entry: entry.href, modules, loaded: [] } satisfies ThreadData,
  });
}

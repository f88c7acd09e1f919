/**
 * Runs a compiled chapter, or the beginning of it, in a worker of a browser.
 *
 * @module
 */

import type { ModuleImport } from '../compile/module-imports.ts';
import { captureConsole } from './capture-console.ts';
import { Enough, flatten, Harness, OutputLimit } from './harness.ts';
import type { HarnessJob, PageMessage } from './protocol.ts';

/** All that a worker needs to run the beginning of a scene. */
export interface BrowserJob extends HarnessJob {
  /** The compiled chapter without types. */
  text: string;
  imports: ModuleImport[];
  /** The number of the scene to run. */
  scene: number;
  /** The snippet behind which the run ends. */
  last: number;
}

/** What the worker has to offer. */
export interface WorkerSide {
  post: (message: PageMessage) => void;
  /** Loads the module; gives the address that stacks of errors name, and its namespace. */
  load: (
    module: Pick<BrowserJob, 'text' | 'imports'>,
  ) => Promise<{ address: string; namespace: object }>;
}

type Scene = (harness: Harness) => Promise<void>;

/** Runs a scene up to the snippet that is asked for. Never rejects: what goes wrong is told. */
export async function runInBrowser(job: BrowserJob, { post, load }: WorkerSide): Promise<void> {
  let open = -1;
  const harness = new Harness(job, {
    post,
    enter: (ordinal) => (open = ordinal),
    current: () => open,
    takeEntered: () => [],
    settle,
    now: () => performance.now(),
  });
  captureConsole(harness);
  watchStrays(post);
  try {
    const { address, namespace } = await load(job);
    post({ type: 'loaded', address });
    const { scenes } = namespace as { scenes: Scene[] };
    await scenes[job.scene]?.(harness);
  } catch (error) {
    if (error instanceof Enough || error instanceof OutputLimit) return;
    if (open === -1) post({ type: 'link', error: flatten(error) });
    else harness.fail(error);
  }
}

/**
 * Resolves when microtasks, and the news of promises that nobody caught, have had their turn. Timers
 * would do as well, but a browser holds every fifth of them back for 4 ms.
 */
async function settle(): Promise<void> {
  await nextTask();
  await nextTask();
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(undefined);
  });
}

function watchStrays(post: (message: PageMessage) => void): void {
  addEventListener('unhandledrejection', (event) => {
    event.preventDefault();
    const error = flatten(event.reason);
    const complaint = `A promise was rejected and nobody caught it: ${error.name}: ${error.message}`;
    post({ type: 'stray', ordinal: -1, complaint, error });
  });
  addEventListener('error', (event) => {
    event.preventDefault();
    const error = flatten(event.error);
    const complaint = `Thrown outside the snippet's own course: ${error.name}: ${error.message}`;
    post({ type: 'stray', ordinal: -1, complaint, error });
  });
}

/**
 * The thread of one chapter: loads the compiled module, runs its scenes, tells what happens.
 *
 * @module
 */

import { AsyncLocalStorage } from 'node:async_hooks';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { captureConsole } from './capture-console.ts';
import { entered, makeRoom, takeEntered } from './entered.ts';
import { flatten, Harness } from './harness.ts';
import type { Job, LoadedModules, Message, ThreadData } from './protocol.ts';
import { BeyondScripts } from './beyond-scripts.ts';
import { ScriptRun } from './run-scripts.ts';

if (!parentPort) throw new Error('This module is the inside of a thread.');
const port = parentPort;
const data = workerData as ThreadData;
const { modules, loaded } = data;
const [job] = (await once(port, 'message')) as [Job];
for (const [url, module] of job.modules) modules.set(url, module);
loaded.splice(0);
makeRoom(job.functions);
const post = (message: Message): void => port.postMessage(message);
const exit = process.exit;
const snippet = new AsyncLocalStorage<number>();
const current = (): number => snippet.getStore() ?? -1;

const harness = new Harness(job, {
  post,
  current,
  enter: (ordinal) => snippet.enterWith(ordinal),
  takeEntered,
  settle: () => new Promise((resolve) => void setImmediate(resolve)),
  now: () => performance.now(),
});

/** Without work to wait for, Node would end a thread whose snippet waits for something that never comes. */
const alive = setInterval(() => {}, 2 ** 30);

const scripts = job.scripts && new ScriptRun(job.scripts, entered);
if (scripts)
  data.hear = (url) => {
    if (isOwn(url)) post({ type: 'beyond' });
  };

captureOutput();
watchStrays();
await runChapter();

async function runChapter(): Promise<void> {
  const scenes: ((harness: Harness) => Promise<void>)[] = [];
  try {
    for (const chapter of await (scripts?.run(job.urls.length) ?? importAll(job.urls)))
      scenes.push(...(chapter as { scenes: typeof scenes }).scenes);
  } catch (error) {
    if (error instanceof BeyondScripts) post({ type: 'beyond' });
    post({ type: 'link', error: flatten(error) });
    finish();
    return;
  } finally {
    post({ type: 'loaded', ...listLoaded() });
  }
  takeEntered();
  for (const scene of scenes) {
    try {
      await scene(harness);
    } catch (error) {
      harness.fail(error);
    }
  }
  finish();
}

async function importAll(urls: string[]): Promise<object[]> {
  const found: object[] = [];
  for (const url of urls) found.push((await import(url)) as object);
  return found;
}

/** Whether a module is one of the project's, other than the chapter. */
function isOwn(url: string): boolean {
  return url.startsWith('file:') && !url.includes('/node_modules/') && !job.urls.includes(url);
}

function listLoaded(): LoadedModules {
  const urls = loaded.filter(isOwn);
  const linked = (job.scripts ?? []).map(({ url }) => url).filter(isOwn);
  return {
    dependencies: [...linked, ...urls].map((url) => fileURLToPath(url)),
    unready: urls.filter((url) => !modules.has(url)).map((url) => fileURLToPath(url)),
  };
}

/** Says that the chapter is done, and later what it left running. */
function finish(): void {
  clearInterval(alive);
  snippet.enterWith(-1);
  post({ type: 'done', ...listLoaded() });
  if (scripts && job.wanted.length > 0)
    post({ type: 'compiled', code: scripts.compiled(job.wanted) });
  setTimeout(() => {
    post({ type: 'leftovers', resources: process.getActiveResourcesInfo() });
    setImmediate(() => leave(0));
  }, job.drainLimit).unref();
}

function captureOutput(): void {
  captureConsole(harness);
  const write = (chunk: string | Uint8Array): boolean => {
    const text = typeof chunk === 'string' ? chunk : new TextDecoder().decode(chunk);
    harness.print(text.replace(/\n$/, ''));
    return true;
  };
  process.stdout.write = write as typeof process.stdout.write;
  process.stderr.write = write as typeof process.stderr.write;
}

function leave(code: number): never {
  return Reflect.apply(exit, process, [code]) as never;
}

function watchStrays(): void {
  process.on('unhandledRejection', (reason) => {
    const error = flatten(reason);
    post({
      type: 'stray',
      ordinal: current(),
      complaint: `A promise was rejected and nobody caught it: ${error.name}: ${error.message}`,
      error,
    });
  });
  process.on('uncaughtException', (reason) => {
    const error = flatten(reason);
    post({
      type: 'stray',
      ordinal: current(),
      complaint: `Thrown outside the snippet's own course: ${error.name}: ${error.message}`,
      error,
    });
  });
  process.exit = ((code?: number | string) => {
    post({ type: 'exit', ordinal: current(), code: String(code ?? 0) });
    return leave(0);
  }) as typeof process.exit;
}

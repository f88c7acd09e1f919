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
import { CommonGround } from './common-ground.ts';
import { entered, makeRoom, takeEntered } from './entered.ts';
import { flatten, Harness } from './harness.ts';
import type { Job, LoadedModules, Message, ThreadData } from './protocol.ts';
import { BeyondScripts } from './beyond-scripts.ts';
import { ScriptRun, type KeptScripts } from './run-scripts.ts';

if (!parentPort) throw new Error('This module is the inside of a thread.');
const port = parentPort;
const data = workerData as ThreadData;
const { modules, loaded } = data;
const post = (message: Message): void => port.postMessage(message);
const exit = process.exit;
const snippet = new AsyncLocalStorage<number>();
const keptScripts: KeptScripts = new Map();
const current = (): number => snippet.getStore() ?? -1;
const nextJob = async (): Promise<Job> => ((await once(port, 'message')) as [Job])[0];

/** One job, from its modules to what it leaves behind. */
class JobRun {
  readonly #job: Job;
  readonly #harness: Harness;
  readonly #scripts: ScriptRun | undefined;
  /** Without work to wait for, Node would end a thread whose snippet waits for something that never comes. */
  readonly #alive = setInterval(() => {}, 2 ** 30);

  constructor(job: Job) {
    this.#job = job;
    for (const [url, module] of job.modules) modules.set(url, module);
    loaded.splice(0);
    makeRoom(job.functions);
    this.#harness = new Harness(job, {
      post,
      current,
      enter: (ordinal) => snippet.enterWith(ordinal),
      takeEntered,
      settle,
      now: () => performance.now(),
    });
    this.#scripts = job.scripts && new ScriptRun(job.scripts, entered, keptScripts);
    if (this.#scripts)
      data.hear = (url) => {
        if (this.#isOwn(url)) post({ type: 'beyond' });
      };
    captureOutput(this.#harness);
  }

  /** Runs it; true where the thread is as it was before, and may run another. */
  async run(): Promise<boolean> {
    const scenes: ((harness: Harness) => Promise<void>)[] = [];
    try {
      for (const chapter of await (this.#scripts?.run(this.#job.urls.length) ?? this.#import()))
        scenes.push(...(chapter as { scenes: typeof scenes }).scenes);
    } catch (error) {
      if (error instanceof BeyondScripts) post({ type: 'beyond' });
      post({ type: 'link', error: flatten(error) });
      return this.#finish();
    } finally {
      post({ type: 'loaded', ...this.#listLoaded() });
    }
    takeEntered();
    for (const scene of scenes) {
      try {
        await scene(this.#harness);
      } catch (error) {
        this.#harness.fail(error);
      }
    }
    return this.#finish();
  }

  async #import(): Promise<object[]> {
    const found: object[] = [];
    for (const url of this.#job.urls) found.push((await import(url)) as object);
    return found;
  }

  /** Whether a module is one of the project's, other than the chapter. */
  #isOwn(url: string): boolean {
    const { urls } = this.#job;
    return url.startsWith('file:') && !url.includes('/node_modules/') && !urls.includes(url);
  }

  #listLoaded(): LoadedModules {
    const urls = loaded.filter((url) => this.#isOwn(url));
    const linked = this.#job.scripts?.map(({ url }) => url).filter((url) => this.#isOwn(url)) ?? [];
    return {
      dependencies: [...linked, ...urls].map((url) => fileURLToPath(url)),
      unready: urls.filter((url) => !modules.has(url)).map((url) => fileURLToPath(url)),
    };
  }

  /** Says that the job is done, and later what it left running. */
  async #finish(): Promise<boolean> {
    const { wanted, drainLimit, isShared } = this.#job;
    clearInterval(this.#alive);
    snippet.enterWith(-1);
    post({ type: 'done', ...this.#listLoaded() });
    if (this.#scripts && wanted.length > 0)
      post({ type: 'compiled', code: this.#scripts.compiled(wanted) });
    if (isShared) {
      await settle();
      if (surroundings?.isUntouched()) return true;
    }
    // After a standstill, what has ended meanwhile says so before the look.
    setTimeout(async () => {
      await settle();
      post({ type: 'leftovers', resources: process.getActiveResourcesInfo() });
      setImmediate(() => leave(0));
    }, drainLimit).unref();
    return false;
  }
}

/** Resolves when microtasks and pending rejections have had their turn. */
function settle(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve));
}

function captureOutput(harness: Harness): void {
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

let job = await nextJob();
watchStrays();
const surroundings = job.isShared ? new CommonGround() : undefined;
while (await new JobRun(job).run()) {
  post({ type: 'ready' });
  job = await nextJob();
}

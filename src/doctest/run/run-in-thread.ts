/**
 * Watches a chapter's thread from outside: counts the time of each snippet, ends a thread that
 * does not end by itself, and gathers what it said.
 *
 * @module
 */

import type { Worker } from 'node:worker_threads';
import { Course, type Problem } from './course.ts';
import type { Job, LoadedModules, Message, SnippetEnd, ThrownError } from './protocol.ts';
import { startThread } from './start-thread.ts';
import { whenUsed } from './when-used.ts';

/** What a chapter's thread gave. */
export interface ThreadResult extends LoadedModules {
  /** By ordinal: snippets that came to an end, or broke off. */
  ends: Map<number, SnippetEnd>;
  problems: Problem[];
  /** The module could not be loaded. */
  link?: ThrownError;
  /** Scripts would not do what modules do. */
  isBeyond?: boolean;
  /** By their places: what V8 has made of scripts. */
  compiledCode: [place: number, code: Uint8Array][];
  milliseconds: number;
}

/** How much time a thread may use. All in milliseconds. */
export interface ThreadLimits {
  /** Loading the modules. */
  load: number;
  /** One snippet, by its ordinal. */
  snippet: (ordinal: number) => number;
}

const MEMORY_MB = 512;

/** A thread for one chapter. */
function startChapterThread(): Worker {
  const worker = startThread(new URL('worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    stdout: true,
    stderr: true,
  });
  worker.once('exit', () => {
    for (const threads of [spareThreads, sharedThreads])
      if (threads.includes(worker)) threads.splice(threads.indexOf(worker), 1);
  });
  return worker;
}

const spareThreads: Worker[] = [];

/** Threads that have run a job that may share its thread, and wait for another. */
const sharedThreads: Worker[] = [];

/**
 * Starts a thread that waits for a job, so that the next chapter need not wait for a thread. It
 * does not keep the process alive.
 */
export function keepSpareThread(): void {
  if (spareThreads.length > 0) return;
  const worker = startChapterThread();
  worker.unref();
  spareThreads.push(worker);
}

/** Ends the threads that wait. */
export async function dropSpareThreads(): Promise<void> {
  await dropSharedThreads();
  await Promise.all(spareThreads.splice(0).map((worker) => worker.terminate()));
}

/** Ends the threads that wait for a job that may share its thread. */
export async function dropSharedThreads(): Promise<void> {
  await Promise.all(sharedThreads.splice(0).map((worker) => worker.terminate()));
}

/**
 * Runs a job in a thread of its own, unless it may share it. Never rejects: what goes wrong is part
 * of the result.
 */
export function runInThread(job: Job, limits: ThreadLimits): Promise<ThreadResult> {
  const { promise, resolve } = Promise.withResolvers<ThreadResult>();
  const course = new Course(job.outputLimit);
  const result: ThreadResult = {
    ends: course.ends,
    problems: course.problems,
    dependencies: [],
    unready: [],
    compiledCode: [],
    milliseconds: 0,
  };
  const begun = performance.now();
  const shared = job.isShared ? sharedThreads.pop() : undefined;
  const worker = shared ?? spareThreads.pop() ?? startChapterThread();
  worker.ref();
  worker.postMessage(job);
  let done = false;
  /** A thread that is being ended may have more to say; none of it is news. */
  let ended = false;
  /** Where something happened outside a snippet's course, more of it may come. */
  let strayed = false;
  let rest = () => {};

  /** A message may wait behind a busy loop of this thread: give it its turn before judging. */
  const watch = (milliseconds: number, message: string) => {
    rest();
    let resting = false;
    const callOff = whenUsed(worker, milliseconds, () => {
      setImmediate(() => {
        if (resting) return;
        course.complain(message);
        ended = true;
        void worker.terminate();
      });
    });
    rest = () => {
      resting = true;
      callOff();
    };
  };

  const hear: { [Type in Message['type']]: (message: Extract<Message, { type: Type }>) => void } = {
    begin: ({ ordinal }) => {
      const limit = limits.snippet(ordinal);
      watch(limit, `Stopped after ${limit} ms: the snippet does not end.`);
    },
    end: () => rest(),
    threw: () => rest(),
    overflow: () => {
      rest();
      done = true;
      ended = true;
      void worker.terminate();
    },
    exit: () => {
      rest();
      done = true;
    },
    stray: () => {
      strayed = true;
    },
    link: ({ error }) => {
      result.link = error;
    },
    beyond: () => {
      rest();
      result.isBeyond = true;
      done = true;
      ended = true;
      void worker.terminate();
    },
    compiled: ({ code }) => {
      result.compiledCode = code;
    },
    loaded: ({ dependencies, unready }) => {
      rest();
      Object.assign(result, { dependencies, unready });
    },
    done: ({ dependencies, unready }) => {
      rest();
      done = true;
      Object.assign(result, { dependencies, unready });
    },
    ready: () => {
      if (strayed) {
        void worker.terminate();
        return;
      }
      for (const [name, listener] of listeners) worker.off(name, listener);
      worker.unref();
      sharedThreads.push(worker);
      result.milliseconds = performance.now() - begun;
      resolve(result);
    },
    leftovers: ({ resources }) => {
      const names = [...new Set(resources.filter((name) => name !== 'MessagePort'))];
      course.complain(
        `The chapter ends, but work that it began goes on (${names.join(', ') || 'a timer'}): close what a snippet opens.`,
      );
    },
  };

  watch(limits.load, `Stopped after ${limits.load} ms: the chapter's modules do not load.`);
  const onMessage = (message: Message): void => {
    if (ended) return;
    course.take(message);
    (hear[message.type] as (message: Message) => void)(message);
  };
  const onError = (error: Error): void =>
    course.complain(outOfMemory(error) ?? `The chapter's thread broke: ${error.message}`);
  const onExit = (): void => {
    const killed = result.problems.length > 0;
    rest();
    if (!done && !killed) course.complain('The thread ended before the chapter did.');
    result.milliseconds = performance.now() - begun;
    resolve(result);
  };
  const listeners = [
    ['message', onMessage],
    ['error', onError],
    ['exit', onExit],
  ] as const;
  for (const [name, listener] of listeners) worker.on(name, listener);
  return promise;
}

function outOfMemory(error: Error & { code?: string }): string | undefined {
  if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') return undefined;
  return `Stopped: the chapter used more than ${MEMORY_MB} MB of memory.`;
}

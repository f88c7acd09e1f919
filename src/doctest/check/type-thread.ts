/**
 * Chapters open in TypeScript, in a thread of its own: thousands of short questions go from there
 * to TypeScript's process, and whoever waits for the answers can do other work.
 *
 * @module
 */

import type { Worker } from 'node:worker_threads';
import type { Exercise, Failure } from '../model.ts';
import { startThread } from '../run/start-thread.ts';
import type { ChapterNames } from './name-types.ts';
import type { TypeCheckInput } from './type-project.ts';

/** What is opened. */
export interface TypeQuestion {
  /** Absolute path of the book's project. */
  root: string;
  inputs: TypeCheckInput[];
  /** Exercises whose attempts are among the inputs. */
  exercises: Exercise[];
}

/** What the thread is asked, in the order in which it answers. */
export type TypeRequest = 'failures' | 'close' | { names: string[] };

/** What it says. */
export type TypeAnswer = { value: unknown } | { error: unknown };

interface Asker {
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
}

/** Some chapters, open in TypeScript; whoever opens them closes them. */
export class TypeThread {
  readonly #worker: Worker;
  readonly #askers: Asker[] = [];
  readonly #ended: Promise<void>;

  /** Opens chapters. */
  constructor(question: TypeQuestion) {
    this.#worker = startThread(new URL('type-worker.ts', import.meta.url));
    this.#worker.postMessage(question);
    this.#worker.on('message', (answer: TypeAnswer) => {
      const asker = this.#askers.shift();
      if ('error' in answer) asker?.reject(answer.error);
      else asker?.resolve(answer.value);
    });
    this.#ended = new Promise((resolve) => {
      const end = (reason: unknown): void => {
        for (const { reject } of this.#askers.splice(0)) reject(reason);
        resolve();
      };
      this.#worker.on('error', end);
      this.#worker.on('exit', () => end(new Error("TypeScript's thread has ended.")));
    });
  }

  /** The failures of all chapters that are open. */
  failures(): Promise<Failure[]> {
    return this.#ask('failures') as Promise<Failure[]>;
  }

  /** What TypeScript knows of the names in some chapters that are open, by chapter. */
  names(files: string[]): Promise<Map<string, ChapterNames>> {
    return this.#ask({ names: files }) as Promise<Map<string, ChapterNames>>;
  }

  /** Ends TypeScript's process and the thread, once what was asked is answered. */
  async close(): Promise<void> {
    this.#ask('close').catch(() => {});
    await this.#ended;
  }

  #ask(request: TypeRequest): Promise<unknown> {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    this.#askers.push({ resolve, reject });
    this.#worker.postMessage(request);
    return promise;
  }
}

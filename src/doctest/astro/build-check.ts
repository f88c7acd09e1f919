/**
 * The check of a build. It begins when Astro knows that it builds, and goes on beside Vite while
 * that reads the site; it ends before a page is bundled. Pages are compiled without results, and ask
 * for them when they are made.
 *
 * @module
 */

import type { Plugin } from 'vite';
import type { Engine } from '../engine.ts';
import { describe } from '../failure.ts';
import { summarize, summaryLine } from '../report/summary.ts';
import { shownChapter } from '../run/judge-chapter.ts';
import { shownExercise } from '../run/judge-exercise.ts';
import { collectViews } from './book-results.ts';
import { handOver, RESULTS_MODULE, RESULTS_TEXT } from './handed-results.ts';
import { contentAsWritten, type PageContent } from './page-content.ts';

/** What happens when every snippet holds. */
export type Pass = (summary: string) => void;

/** The check of one build. */
export class BuildCheck {
  readonly #engine: Engine;
  #ended: Promise<void> | undefined;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** Begins to judge the book. */
  begin(pass: Pass): void {
    this.#ended = this.#check(pass);
    this.#ended.catch(() => {});
  }

  /** Shows the book as it is written. */
  skip(): void {
    const { exercises, options } = this.#engine;
    const reports = {
      chapters: this.#engine.files().map((file) => shownChapter(this.#engine.read(file))),
      exercises: exercises.files().map((file) => shownExercise(exercises.read(file))),
    };
    handOver(collectViews(reports, options));
    this.#ended = Promise.resolve();
  }

  /** Waits until the book is judged. @throws with every failure of every chapter */
  async end(): Promise<void> {
    await this.#ended;
  }

  /** What a page is compiled with; where its file cannot be read, what is wrong with the book. */
  async contentOf(file: string): Promise<PageContent> {
    try {
      return contentAsWritten(file, this.#engine);
    } catch (error) {
      await this.end();
      throw error;
    }
  }

  /** Has Vite wait before it bundles a page, and say first what is wrong with the book. */
  plugin(): Plugin {
    return {
      name: 'doctest:check',
      apply: 'build',
      enforce: 'pre',
      buildEnd: async (error) => {
        if (error) await this.end();
      },
      renderStart: { order: 'pre', handler: () => this.end() },
      resolveId: (source) => (source === RESULTS_MODULE ? `\0${RESULTS_MODULE}` : null),
      load: (id) => (id === `\0${RESULTS_MODULE}` ? RESULTS_TEXT : null),
    };
  }

  async #check(pass: Pass): Promise<void> {
    const report = await this.#engine.check();
    const { failures } = report;
    if (failures.length > 0) {
      await this.#engine.close();
      throw new Error(`\n${failures.map(describe).join('\n')}\n`);
    }
    handOver(collectViews(report, this.#engine.options));
    pass(summaryLine(summarize(report)));
  }
}

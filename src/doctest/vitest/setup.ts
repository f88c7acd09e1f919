/**
 * Vitest's global setup: the engine checks the book once, in threads of its own, and hands the
 * results to the test files that report them. Runs again when something it read has changed.
 *
 * @module
 */

import type { TestProject } from 'vitest/node';
import type { BookOptions } from '../book.ts';
import { Engine } from '../engine.ts';
import type { Failure } from '../model.ts';

/** The failures of one chapter, and the snippets that the engine judged. */
export interface ReportedChapter {
  failures: Failure[];
  /** Ids of snippets that were run. */
  ran: string[];
}

declare module 'vitest' {
  interface ProvidedContext {
    doctest: Record<string, ReportedChapter>;
  }
}

/** Makes the setup of a book. */
export function setupDoctest(options: BookOptions) {
  return async (project: TestProject): Promise<() => Promise<void>> => {
    const engine = new Engine(options);
    const run = async (): Promise<void> => {
      const { chapters, exercises } = await engine.check();
      const reports = chapters.map(({ chapter, failures, snippets }): [string, ReportedChapter] => [
        chapter.file,
        {
          failures,
          ran: snippets
            .filter(({ status }) => status === 'passed' || status === 'failed')
            .map(({ id }) => id),
        },
      ]);
      const practice = exercises.map(({ file, failures }): [string, ReportedChapter] => [
        file,
        { failures, ran: [] },
      ]);
      project.provide('doctest', Object.fromEntries([...reports, ...practice]));
    };
    await run();
    project.onTestsRerun(run);
    return () => engine.close();
  };
}

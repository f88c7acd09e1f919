/**
 * One run of a chapter's beginning in a page: the job that is sent into a worker, and the report on
 * what came back.
 *
 * @module
 */

import { DEFAULT_OUTPUT_LIMIT } from '../book.ts';
import { isRun } from '../compile/compile-chapter.ts';
import { originOf } from '../compile/mapped-text.ts';
import type { Failure, SnippetReport } from '../model.ts';
import { PlaceFinder } from '../parse/places.ts';
import { blankReport } from '../report/snippet-report.ts';
import { Course } from '../run/course.ts';
import { SnippetJudge } from '../run/judge-snippets.ts';
import type { BrowserJob } from '../run/run-in-browser.ts';
import type { ThrownError } from '../run/protocol.ts';
import type { PageModule } from './page-chapter.ts';
import { readMessage } from './read-message.ts';

/** What came out of a run. */
export interface PageOutcome {
  /** The report on the snippet that was asked for. */
  report: SnippetReport;
  /** What went wrong before it, or around it. */
  others: Failure[];
}

/** The address of a module that no stack names. */
const NOWHERE = 'nowhere:';

/** A run of a module up to one of its snippets. */
export class PageRun {
  readonly job: BrowserJob;
  readonly #module: PageModule;
  readonly #course = new Course(DEFAULT_OUTPUT_LIMIT);
  #address = '';
  #linkError: ThrownError | undefined;
  /** It printed too much: nothing after that is news. */
  #isOver = false;

  /** @param scene the number of the scene in the module */
  constructor(module: PageModule, scene: number, last: number) {
    this.#module = module;
    const { text, imports, sites } = module;
    this.job = {
      text,
      imports,
      sites: sites.map(({ kind, expected, ordinal }) => ({ kind, expected, ordinal })),
      outputLimit: DEFAULT_OUTPUT_LIMIT,
      scene,
      last,
    };
  }

  /** Takes in what the worker tells, whatever it is. */
  hear(event: unknown): void {
    const message = readMessage(event);
    if (!message || this.#isOver) return;
    this.#isOver = message.type === 'overflow';
    if (message.type === 'loaded') this.#address = message.address;
    else if (message.type === 'link') this.#linkError = message.error;
    else this.#course.take(message);
  }

  /** The run was ended from outside; `message` says why. */
  stop(message: string): void {
    if (this.#isOver) return;
    const { open } = this.#course;
    this.#course.complain(message, open === -1 ? this.job.last : open);
  }

  /** What came out. */
  outcome(): PageOutcome {
    const { chapter, pieces, sites } = this.#module;
    const { last } = this.job;
    const judge = new SnippetJudge({
      chapter,
      compiled: { text: this.#module.text, pieces, sites },
      url: pieces.length === 0 ? NOWHERE : this.#address || NOWHERE,
      ends: this.#course.ends,
      problems: this.#course.problems,
      nameFunctions: () => [],
      mustEnter: false,
    });
    const fences = chapter.fences.filter((fence) => isRun(fence) && fence.ordinal <= last);
    const reports = fences.map((fence) => judge.report(fence));
    const report = reports.at(-1) ?? blankReport({ id: '', ordinal: last }, 'not-run');
    if (this.#linkError) {
      report.status = 'failed';
      report.failures.push(this.#linkFailure(this.#linkError, report.id));
    }
    const others = reports.slice(0, -1).flatMap(({ failures }) => failures);
    return { report, others: [...judge.chapterFailures(), ...others] };
  }

  /** At the import that is named, where one of the chapter's is. */
  #linkFailure({ message }: ThrownError, id: string): Failure {
    const { chapter, imports, pieces } = this.#module;
    const named = imports.find(({ specifier }) => message.includes(JSON.stringify(specifier)));
    const { line, column } = new PlaceFinder(chapter.source).at(
      originOf(pieces, named?.start ?? 0),
    );
    return { file: chapter.file, line, column, id, message };
  }
}

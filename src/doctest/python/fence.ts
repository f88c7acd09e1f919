/**
 * What the Python judge is asked, and what it answers.
 *
 * @module
 */

import type { Canonical } from './canonical.ts';

/** One Python fence of a chapter. */
export interface PythonFence {
  id: string;
  /** The code without the fence's own indentation. */
  code: string;
  /** Line of the chapter of the first line of code, from 1. */
  line: number;
  /** Column of the chapter at which code lines begin, from 1. */
  column: number;
  /** Milliseconds after which it is stopped. */
  timeout: number;
  /** The output fence below it, if any: what it must print; `…` stands for any text. */
  output?: string;
}

/** One thing that is not as the author says. */
export interface PythonMismatch {
  /** Line and column of the chapter, from 1: the example's prompt, or the statement. */
  line: number;
  column: number;
  /** What happened, as the rest of a sentence that begins with the snippet. */
  message: string;
  expected?: string;
  received?: string;
  /**
   * The lines that would make it hold, without a final newline: those under the example, as
   * deep as its prompt, or, where there is no `wantStart`, those of the output fence.
   */
  replacement?: string;
  /** The chapter's line, from 1, at which the example's expectation begins or would begin. */
  wantStart?: number;
  /** How many lines the expectation has now. */
  wantLines?: number;
}

/** How one Python fence ended. */
export interface PythonResult {
  id: string;
  status: 'passed' | 'failed' | 'not-run';
  /** How many `>>>` examples it has. */
  examples: number;
  /** How many expectations it has: examples with text under them, and the output fence. */
  checks: number;
  /** All that went to its stdout, the values that examples show included. */
  printed: string;
  /** The value of the last expression, or the exception that an example rightly expected last. */
  value?: Canonical;
  /** Python's `repr` of that value; absent for `None`, which Python does not show. */
  valueRepr?: string;
  failures: PythonMismatch[];
}

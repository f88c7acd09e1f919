/**
 * What came of a reader's answer.
 *
 * @module
 */

import type { CheckView } from '../../../src/doctest/model.ts';
import type { Mark } from '../editor/open-editor.ts';

/** Something that did not hold, at a line of the check, or of the answer. */
export interface Miss {
  /** Whether it lies in the answer itself. */
  inAnswer: boolean;
  /** From 1, within the check or the answer. */
  line: number;
  message: string;
  expected?: string;
  received?: string;
}

/** How one check came out. */
export interface CheckOutcome {
  check: CheckView;
  ok: boolean;
  misses: Miss[];
}

/** What came of an answer. */
export interface Outcome {
  /** Why no check was reached, if none was. */
  trouble: Miss[];
  /** Those that were reached, in order. */
  checks: CheckOutcome[];
  /** For the editor: what the reader expected in the answer, and where it breaks. */
  marks: Mark[];
  /** Who judged, as `CPython 3.14.2`. */
  judge: string;
  milliseconds: number;
}

/** Judges a reader's answers to one exercise. */
export interface AnswerJudge {
  /** Gets ready what it will need. */
  warm(): Promise<void>;
  /** Gives up what it has ready, when no answer is to be expected. */
  rest(): void;
  /** Judges an answer. `hear` is told how it goes. @throws {SandboxRefusedError} and what else keeps it from judging. */
  judge(code: string, options: { signal: AbortSignal; hear: Hear }): Promise<Outcome>;
}

/** Hears what is going on while an answer is judged. */
export type Hear = (words: string, done?: { loaded: number; total: number }) => void;

/** Whether an answer is right. */
export function isSolved({ trouble, checks }: Outcome, all: readonly CheckView[]): boolean {
  return trouble.length === 0 && checks.length === all.length && checks.every(({ ok }) => ok);
}

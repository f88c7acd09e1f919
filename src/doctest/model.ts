/**
 * The vocabulary of the engine: what a chapter is made of, what a run finds, and what a page
 * is given to show. Types only; data flows through them in the order in which they stand here:
 * parse, compile, run, report.
 *
 * @module
 */

import type { Canonical } from './python/canonical.ts';

/** A place in a chapter: line and column from 1 (columns in UTF-16 units), offset from 0. */
export interface Place {
  line: number;
  column: number;
  offset: number;
}

/** Something a writer has to mend, at a place in a file. */
export interface Failure {
  /** The chapter's path from the project's root, with forward slashes. */
  file: string;
  line: number;
  column: number;
  /** The snippet's id, or the claim's, or `''` where neither applies. */
  id: string;
  /** One sentence. */
  message: string;
  expected?: string;
  received?: string;
}

/** What a fence says of itself after its language. */
export interface FenceFlags {
  id?: string;
  title?: string;
  scene?: string;
  diff?: string;
  'same-as'?: string;
  src?: string;
  env?: string;
  skip?: string;
  'no-runtime'?: string;
  'type-error'?: number[];
  timeout?: number;
  setup?: true;
  isolated?: true;
  node?: true;
  'no-run'?: true;
  throws?: true;
  /** What a reader of an exercise begins with. */
  starter?: true;
  /** A check of an exercise. */
  check?: true;
  /** A check that is not shown: what a reader hears when it fails. */
  hidden?: string;
  /** An answer to an exercise that passes every check. */
  solution?: true;
  /** An answer that only looks right: why it is not. */
  wrong?: string;
}

/** One fenced block of a chapter. */
export interface Fence {
  /** The how-manieth fence of the chapter, from 0. */
  ordinal: number;
  /** `ts`, `python`, `output`, … as written. */
  language: string;
  flags: FenceFlags;
  /** Unique in its chapter: `id=` or `snippet-N`, N from 1. */
  id: string;
  /** The code without the fence's own indentation. */
  code: string;
  /** Where the opening fence begins. */
  place: Place;
  /** Where each line of `code` begins in the chapter. */
  lineStarts: Place[];
  /** The offset of the end of the last line of code. */
  end: number;
  /** The `output` fence that belongs to this snippet. */
  output?: Fence;
}

/** A `<Claim>` as it stands in a chapter. */
export interface ClaimUse {
  id: string;
  holds: string[];
  fails: string[];
  place: Place;
}

/** A `<Rule>` as it stands in a chapter: a rule with snippets of any chapter as its evidence. */
export interface RuleUse {
  id: string;
  /** Snippets that keep it, that break it, and that catch who breaks it: `snippet` of this chapter, or `chapter#snippet`. */
  holds: string[];
  fails: string[];
  caught: string[];
  /** Why no snippet can decide it; a rule has this or evidence. */
  why?: string;
  place: Place;
}

/** An `<Exercise>` as it stands in a chapter, by the name of the exercise's file. */
export interface ExerciseUse {
  id: string;
  place: Place;
}

/** A chapter, read but not yet run. */
export interface Chapter {
  /** Path from the project's root, with forward slashes. */
  file: string;
  source: string;
  fences: Fence[];
  claims: ClaimUse[];
  rules: RuleUse[];
  exercises: ExerciseUse[];
  /** Of an attempt at an exercise: the id of the answer that it tries. */
  attempt?: string;
}

/** An exercise: what a reader is to write, and what judges it. Fences have ids by their parts, such as `check-2`. */
export interface Exercise {
  /** The name of its file, without the ending. */
  id: string;
  /** Its file, read as a chapter is. */
  text: Chapter;
  language: string;
  /** What stands before every answer. */
  setup: Fence[];
  starter: Fence;
  /** In the order in which they stand; those with `hidden` are not shown. */
  checks: Fence[];
  solution: Fence;
  /** Answers that pass every check that is shown, and fail a hidden one. */
  wrong: Fence[];
}

/** An expectation in a comment of a snippet: `// => …` or `// throws …`. */
export interface Marker {
  kind: 'value' | 'text' | 'throws';
  /** What is expected, as written. */
  expected: string;
  /** Where the comment begins in the chapter. */
  place: Place;
  /** Offsets in the chapter of the expected text, for rewriting it. */
  start: number;
  end: number;
}

/** How a snippet ended. `shown` was never meant to run. */
export type SnippetStatus = 'passed' | 'failed' | 'not-run' | 'shown';

/** How one marker came out. */
export interface MarkReport {
  marker: Marker;
  ok: boolean;
  received?: string;
}

/** A stretch of the chapter and the text that would make an expectation true. */
export interface Fix {
  start: number;
  end: number;
  text: string;
}

/** What running one snippet gave. */
export interface SnippetReport {
  id: string;
  ordinal: number;
  status: SnippetStatus;
  /** How many expectations of the author were held. */
  checks: number;
  /** Who judged: `TypeScript`, or `CPython 3.14.2`. */
  judge: string;
  /** What was printed. */
  printed: string;
  /** Whether an `output` fence held; absent where there is none. */
  outputHeld?: boolean;
  /** The last bare expression, rendered. */
  value?: string;
  /** The same in a form that another language can be compared with. */
  canonical?: Canonical;
  marks: MarkReport[];
  failures: Failure[];
  fixes: Fix[];
  /** Functions of the runtime entered, as `src/runtime/wsgiref/util.ts#shiftPathInfo`. */
  entered: string[];
  milliseconds: number;
}

/** What running one chapter gave. */
export interface ChapterReport {
  chapter: Chapter;
  snippets: SnippetReport[];
  /** Every failure of the chapter, in the order of their places. */
  failures: Failure[];
  /** Every local module that was loaded, absolute paths: what the result depends on. */
  dependencies: string[];
  milliseconds: number;
}

/** An expectation as the page draws it. Lines from 1 within the code, columns from 0. */
export interface MarkView {
  line: number;
  start: number;
  end: number;
  kind: 'value' | 'throws';
  ok: boolean;
  expected: string;
  received?: string;
}

/** All that a page needs to show one snippet; JSON. */
export interface SnippetView {
  /** The chapter's path from the project's root. */
  chapter: string;
  /** The anchor. */
  id: string;
  language: string;
  title?: string;
  code: string;
  /** The line of the chapter on which the code begins, from 1. */
  firstLine: number;
  /** Folded by default: preparation that a reader may skip. */
  setup: boolean;
  /** Needs Node: no Run button. */
  node: boolean;
  /**
   * How many snippets a page runs before this one; `false` where it leans on one that needs Node.
   * Absent where it is not run at all.
   */
  runs?: number | false;
  status: SnippetStatus;
  /** Why it did not run, or why it enters no function of the runtime, in the author's words. */
  reason?: string;
  judge?: string;
  checks: number;
  marks: MarkView[];
  /** What was printed; `verified` where the author's `output` fence held. */
  output?: { text: string; verified: boolean; expected?: string };
  /** The last bare expression, rendered. */
  value?: string;
  failures: Failure[];
  /** Functions of the runtime entered, as `src/runtime/wsgiref/util.ts#shiftPathInfo`. */
  entered: string[];
  /** For `src=`: where the shown code lives. */
  source?: { path: string; symbol: string; line: number };
  /** The id of the snippet in another language whose value equals this one's. */
  sameAs?: string;
  /** In an exercise: the part that it plays. */
  part?: ExercisePart;
  /** For `diff=`: what changed since that snippet. Lines from 1 within the code. */
  changes?: { kind: 'added' | 'removed'; line: number; text: string }[];
}

/** The parts of an exercise that a page shows. */
export type ExercisePart = 'setup' | 'starter' | 'check' | 'solution' | 'wrong';

/** A check of an exercise: with a title where it is shown, with a hint where it is hidden. */
export interface CheckView {
  /** Such as `check-1` or `hidden-2`. */
  id: string;
  code: string;
  title?: string;
  /** What a reader hears when it fails. */
  hint?: string;
  /** What it has to print. */
  output?: string;
  /** Milliseconds that it may take, where that is not a second. */
  timeout?: number;
}

/** All that a page needs to judge a reader's answer; JSON. */
export interface ExerciseView {
  id: string;
  language: string;
  /** The runner of the book that judges it, as `django-2.2`. */
  env?: string;
  /** What stands before every answer. */
  setup: string[];
  starter: string;
  checks: CheckView[];
  solution: string;
}

/** What the ledger may say of a claim that can be decided. */
export type Verdict = 'holds' | 'holds partly' | 'no longer holds' | 'wrong';

/** How a claim is settled: by snippets, by a document, or not at all. */
export type ClaimKind = 'behaviour' | 'document' | 'opinion' | 'not checked';

/** One row of the ledger. */
export interface LedgerRow {
  /** Such as `B17`. */
  id: string;
  /** A key of the ledger's `sources`. */
  source: string;
  kind: ClaimKind;
  /** The claim in our own words. */
  claim: string;
  /** Absent for an opinion and for what was not checked. */
  verdict?: Verdict;
  /** The release from which on it does not hold any more, or not wholly, as `Django 1.10`. */
  since?: string;
  /** What the verdict rests on, in our own words. */
  note?: string;
  /** Lines that decide it, as `django/core/handlers/base.py:34`. */
  decidedBy?: string[];
  /** For a document: where it says what. */
  citation?: { address: string; place: string; says: string };
}

/** A work whose claims the ledger judges. */
export interface LedgerSource {
  title: string;
  author: string;
  year: number;
  address?: string;
}

/** The ledger of claims. */
export interface Ledger {
  sources: Record<string, LedgerSource>;
  claims: LedgerRow[];
}

/** All that a page needs to show one claim; JSON. */
export interface ClaimView {
  id: string;
  kind: ClaimKind;
  verdict?: Verdict;
  /** Ids of the snippets of this chapter that bear it out, and that contradict it. */
  holds: string[];
  fails: string[];
}

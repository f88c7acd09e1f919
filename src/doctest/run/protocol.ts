/**
 * What a chapter's thread tells the thread that watches it.
 *
 * @module
 */

import type { Canonical } from '../python/canonical.ts';

/** All that a worker needs to run one chapter. */
export interface Job {
  /** `file:` URL of the chapter, with a query that marks the compiled module. */
  url: string;
  /** The compiled module, TypeScript. */
  code: string;
  /** Kind and expected text of every marker, by number; and the snippet each belongs to. */
  sites: { kind: 'value' | 'text' | 'throws'; expected: string; ordinal: number }[];
  /** Bytes that a snippet may print. */
  outputLimit: number;
  /** Milliseconds that work left behind may take to end once the chapter has. */
  drainLimit: number;
  /** Absolute path of the folder whose functions a snippet is expected to enter, if there is one. */
  runtime?: string;
  /** A module to load with other text: how a mutation reaches it. */
  replace?: { path: string; source: string };
}

/** An expectation that was not met. */
export interface Mismatch {
  site: number;
  message: string;
  expected: string;
  received: string;
  /** What the comment would have to say. */
  replacement?: string;
}

/** An error, flattened for its way between threads. */
export interface ThrownError {
  name: string;
  message: string;
  stack: string;
}

/** A function as V8's coverage knows it. */
export interface EnteredFunction {
  path: string;
  name: string;
  start: number;
  end: number;
}

/** What a snippet gave by its end. */
export interface SnippetEnd {
  ordinal: number;
  printed: string;
  value?: string;
  canonical?: Canonical;
  /** Numbers of the markers that held. */
  held: number[];
  mismatches: Mismatch[];
  entered: EnteredFunction[];
  /** Things that went wrong beside the expectations, as sentences. */
  complaints: string[];
  milliseconds: number;
}

/** Messages in the order in which they come. */
export type Message =
  | { type: 'begin'; ordinal: number }
  | { type: 'end'; end: SnippetEnd }
  | { type: 'threw'; ordinal: number; error: ThrownError; end: SnippetEnd }
  | { type: 'overflow'; ordinal: number; end: SnippetEnd }
  | { type: 'exit'; ordinal: number; code: string }
  | { type: 'stray'; ordinal: number; complaint: string; error?: ThrownError }
  | { type: 'link'; error: ThrownError }
  | { type: 'loaded'; dependencies: string[] }
  | { type: 'done' }
  | { type: 'leftovers'; resources: string[] };

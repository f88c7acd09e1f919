/**
 * What a chapter's thread tells the thread that watches it.
 *
 * @module
 */

import type { Canonical } from '../python/canonical.ts';

/** A module made ready for threads. */
export interface ThreadModule {
  format: 'module' | 'module-typescript';
  code: string;
  /** Where its imports lead: URLs by specifier. What is not here Node finds. */
  imports: Map<string, string>;
}

/** Modules by their `file:` URLs. */
export type ThreadModules = Map<string, ThreadModule>;

/** A module as a script, and where its imports lead. */
export interface LinkedScript {
  url: string;
  code: string;
  /** What V8 made of the code before. */
  compiled?: Uint8Array;
  /** Places of scripts, or what Node has to find. */
  imports: (number | OtherImport)[];
}

/** Names of a module that is no script; `*` is its namespace. */
export interface OtherImport {
  specifier: string;
  names: string[];
}

/** What a thread is given when it starts. */
export interface ThreadData {
  /** URL of the module to begin with. */
  entry: string;
  /** Modules that are ready; a job brings more. */
  modules: ThreadModules;
  /** URLs of the modules that Node's own loader has loaded, in order. */
  loaded: string[];
  /** Called with each of them. */
  hear?: (url: string) => void;
}

/** What the harness of a chapter has to know. */
export interface HarnessJob {
  /** Kind and expected text of every marker of all modules, by number; and the snippet each belongs to. */
  sites: { kind: 'value' | 'text' | 'throws'; expected: string; ordinal: number }[];
  /** Bytes that a snippet may print. */
  outputLimit: number;
  /** The snippet behind which the run ends; absent where all are run. */
  last?: number;
}

/** All that a thread needs to run one chapter, or all attempts at an exercise. */
export interface Job extends HarnessJob {
  /** `file:` URLs of the chapter, with a query that marks a compiled module; run in this order. */
  urls: string[];
  /** The compiled chapter and what it imports, as modules for Node's own loader. */
  modules: ThreadModules;
  /** The same as scripts: those of `urls` first. Where it is there, `modules` is empty. */
  scripts?: LinkedScript[];
  /** Places of scripts of which V8's compiled code is asked for. */
  wanted: number[];
  /** Milliseconds that work left behind may take to end once the chapter has. */
  drainLimit: number;
  /** How many functions have numbers. */
  functions: number;
  /** Whether the thread may run another job, where this one leaves it as it was. */
  isShared: boolean;
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

/** What a snippet gave by its end. */
export interface SnippetEnd {
  ordinal: number;
  printed: string;
  value?: string;
  canonical?: Canonical;
  /** Numbers of the markers that held. */
  held: number[];
  mismatches: Mismatch[];
  /** Numbers of the functions of the runtime that it entered. */
  entered: number[];
  /** Things that went wrong beside the expectations, as sentences. */
  complaints: string[];
  milliseconds: number;
}

/** Files of the project that a thread has loaded so far, absolute paths. */
export interface LoadedModules {
  dependencies: string[];
  /** Those of them that were not ready for the thread. */
  unready: string[];
}

/** What a harness tells of its snippets, in the order in which it happens. */
export type SnippetMessage =
  | { type: 'begin'; ordinal: number }
  | { type: 'end'; end: SnippetEnd }
  | { type: 'threw'; ordinal: number; error: ThrownError; end: SnippetEnd }
  | { type: 'overflow'; ordinal: number; end: SnippetEnd }
  | { type: 'stray'; ordinal: number; complaint: string; error?: ThrownError }
  | { type: 'link'; error: ThrownError };

/** What a thread tells. */
export type Message =
  | SnippetMessage
  | { type: 'beyond' }
  | { type: 'compiled'; code: [place: number, code: Uint8Array][] }
  | { type: 'exit'; ordinal: number; code: string }
  | ({ type: 'loaded' } & LoadedModules)
  | ({ type: 'done' } & LoadedModules)
  | { type: 'ready' }
  | { type: 'leftovers'; resources: string[] };

/** What a worker of a browser tells: its address is the one that stacks of errors name. */
export type PageMessage = SnippetMessage | { type: 'loaded'; address: string };

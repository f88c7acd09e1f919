/**
 * What a project tells the engine about its book. The engine knows nothing else of it.
 *
 * @module
 */

import type { Chapter, Failure, Fence, Ledger } from './model.ts';
import type { PythonResult } from './python/fence.ts';

/** The fences of one `env=name` that share a session, in order. */
export interface EnvironmentScene {
  /** The chapter's path from the project's root. */
  file: string;
  fences: Fence[];
  /** Judge it now, whatever is recorded. @throws {EnvironmentMissingError} where that cannot be done. */
  afresh?: boolean;
}

/** A runner cannot judge afresh here; the message is the rest of a sentence. */
export class EnvironmentMissingError extends Error {
  override name = 'EnvironmentMissingError';
}

/** What a runner of the book gives for one fence. */
export interface EnvironmentResult extends PythonResult {
  /** Who judged, as the page says it: `Django 2.2.28 on CPython 3.11, recorded`. */
  judge: string;
  /** Files on which the result depends, absolute: when one changes, the fence is judged again. */
  dependencies?: string[];
}

/** Runs Python fences marked `env=name`, a scene at a time: one result for each fence, in order. */
export type EnvironmentRunner = (scene: EnvironmentScene) => Promise<EnvironmentResult[]>;

/** A check of the book's own on some chapters: what a writer has to mend in them. */
export type BookCheck = (chapters: Chapter[], ledger: Ledger | undefined) => Failure[];

/** A book: where its chapters are, and what they are judged by. */
export interface BookOptions {
  /** Absolute path of the project's root. */
  root: string;
  /** The folder of chapters, from the root. */
  content: string;
  /** The folder of exercises, from the root; it may lie in that of chapters. */
  exercises?: string;
  /** The folder whose functions every checked snippet must enter, from the root. Absent: no such rule. */
  runtime?: string;
  /** Reads the ledger of claims; absent where the book has none. */
  ledger?: () => Ledger;
  /** Runners for `env=name`. */
  environments?: Record<string, EnvironmentRunner>;
  /** Checks of the book's own, of chapters that can be read. */
  checks?: BookCheck[];
  /** Whether Python is run; `false` only to measure without it, and then no claim is bound. */
  python?: boolean;
  /** Milliseconds for a snippet that does not say `timeout=`. */
  timeout?: number;
  /** Bytes that one snippet may print. */
  outputLimit?: number;
}

/** What a snippet may take unless it says otherwise, in milliseconds. */
export const DEFAULT_TIMEOUT = 1000;

/** What a snippet may print, in bytes. */
export const DEFAULT_OUTPUT_LIMIT = 65_536;

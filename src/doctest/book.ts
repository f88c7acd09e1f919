/**
 * What a project tells the engine about its book. The engine knows nothing else of it.
 *
 * @module
 */

import type { Canonical } from './python/canonical.ts';
import type { Failure, Fence, Ledger } from './model.ts';

/** A fence for a runner that the book brings, with the setup fences of its scene. */
export interface EnvironmentFence {
  /** The chapter's path from the project's root. */
  file: string;
  fence: Fence;
  /** The fences of the same `env=` and `scene=` above it, in order. */
  above: Fence[];
}

/** What a runner of the book gives for one fence. */
export interface EnvironmentResult {
  status: 'passed' | 'failed' | 'not-run';
  /** Who judged, as the page says it: `Django 2.2.28 on CPython 3.11, recorded`. */
  judge: string;
  checks: number;
  printed: string;
  value?: string;
  canonical?: Canonical;
  failures: Omit<Failure, 'file' | 'id'>[];
}

/** Runs Python fences marked `env=name`. */
export type EnvironmentRunner = (fence: EnvironmentFence) => Promise<EnvironmentResult>;

/** A book: where its chapters are, and what they are judged by. */
export interface BookOptions {
  /** Absolute path of the project's root. */
  root: string;
  /** The folder of chapters, from the root. */
  content: string;
  /** The folder whose functions every checked snippet must enter, from the root. Absent: no such rule. */
  runtime?: string;
  /** Reads the ledger of claims; absent where the book has none. */
  ledger?: () => Ledger;
  /** Runners for `env=name`. */
  environments?: Record<string, EnvironmentRunner>;
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

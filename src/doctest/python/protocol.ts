/**
 * What the judge and its worker say to each other.
 *
 * @module
 */

import type { Canonical } from './canonical.ts';
import type { PythonMismatch } from './fence.ts';

/** What the worker is started with. */
export interface WorkerSetup {
  /** One shared byte: 2 asks Python to raise KeyboardInterrupt at its next step, 0 takes it back. */
  interrupt: Uint8Array<SharedArrayBuffer>;
  /** The text of each Python file of the driver, by its name. */
  files: Record<string, string>;
}

/** A step of a chapter, by the name of the driver's function; `argument` is its text. */
export interface Call {
  name: 'begin' | 'run' | 'end';
  argument: string;
}

/** How a call ended; milliseconds are those that the worker had a processor. */
export type Reply =
  | { kind: 'ready'; version: string }
  | { kind: 'returned'; text: string; milliseconds: number }
  | { kind: 'interrupted'; milliseconds: number }
  | { kind: 'broken'; reason: string };

/** What the driver is told of a fence, as JSON. */
export interface FenceRequest {
  id: string;
  code: string;
  line: number;
  column: number;
  outputLimit: number;
}

/** What the driver found in a fence, as JSON. */
export interface FenceAnswer {
  examples: number;
  checks: number;
  printed: string;
  value?: Canonical;
  valueRepr?: string;
  failures: PythonMismatch[];
  /** It printed more than it may. */
  overflowed: boolean;
  /** Where a KeyboardInterrupt ended it. */
  cut: { line: number; column: number } | null;
  /** No later fence of the chapter can build on it. */
  ends: boolean;
}

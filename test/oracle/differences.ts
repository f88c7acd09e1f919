/**
 * Where the runtime means to differ from real Python; `DIFFERENCES.md` gives the reasons.
 *
 * @module
 */

import { readFileSync } from 'node:fs';
import type { SuiteName } from './suites.ts';

/** A deliberate difference: these fields of these cases differ, and all others are equal. */
export interface Difference {
  /** Its heading in `DIFFERENCES.md`. */
  name: string;
  suite: SuiteName;
  cases: string[];
  fields: string[];
  /** What recorder and replay of a whole suite write in place of what differs. */
  rule?: string;
}

/** Every deliberate difference, as `differences.json` lists them. */
export function readDifferences(): Difference[] {
  const text = readFileSync(new URL('differences.json', import.meta.url), 'utf8');
  return JSON.parse(text) as Difference[];
}

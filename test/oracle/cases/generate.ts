/**
 * The cases of each suite: the same ones each time.
 *
 * @module
 */

import type { CaseFile } from '../model.ts';
import { type Suite, type SuiteName, SUITES } from '../suites.ts';

/** A suite's cases. @throws an `Error` where two have the same id. */
export function generateCases(suite: SuiteName): CaseFile {
  const { cases: make, shared }: Suite = SUITES[suite];
  const cases = make();
  const ids = new Set<string>();
  for (const { id } of cases) {
    if (ids.has(id)) throw new Error(`Suite ${suite} has two cases named ${id}.`);
    ids.add(id);
  }
  return { suite, ...(shared && { shared: shared() }), cases };
}

/**
 * The cases of each suite: the same ones each time.
 *
 * @module
 */

import type { Case, CaseFile, SuiteName } from '../model.ts';
import { handlerCases } from './wsgiref-handler.ts';
import { valueCases } from './wsgiref-values.ts';

const GENERATORS: Record<SuiteName, () => Case[]> = {
  'wsgiref-handler': handlerCases,
  'wsgiref-values': valueCases,
};

/** A suite's cases. @throws an `Error` where two have the same id. */
export function generateCases(suite: SuiteName): CaseFile {
  const cases = GENERATORS[suite]();
  const ids = new Set<string>();
  for (const { id } of cases) {
    if (ids.has(id)) throw new Error(`Suite ${suite} has two cases named ${id}.`);
    ids.add(id);
  }
  return { suite, cases };
}

/**
 * How much of what real Django enters on the way of a request is compared.
 *
 * @module
 */

import type { Recording } from '../model.ts';
import { project, type TracedCall } from '#trace/call-lists';
import { withLists } from './pack.ts';
import { comparedNames } from '#trace/subject';

/** The functions that count: the chain of a request, from handler to view and back. */
const COUNTED =
  /^django\.(?:core\.handlers\.|urls[.:]|http[.:]|middleware\.|dispatch[.:]|template\.response:|contrib\.\w+\.middleware:|db:)/;

/** What real Django entered, and what of it no comparison holds. */
export interface Coverage {
  entered: number;
  /** Names of functions, in order. */
  missing: string[];
}

/** The coverage of a recording of suite django-trace. */
export function coverageOf(recording: Recording): Coverage {
  const entered = new Set<string>();
  const held = new Set<string>();
  const subject = comparedNames();
  for (const { out } of recording.cases) {
    withLists(out, (lists) => {
      const calls = lists as unknown as TracedCall[];
      for (const [, name] of calls) if (COUNTED.test(name)) entered.add(name);
      for (const [, name] of project(calls, subject)) held.add(name);
      return null;
    });
  }
  return {
    entered: entered.size,
    missing: [...entered].filter((name) => !held.has(name)).toSorted(),
  };
}

/** The coverage in words; the functions that are missing follow. */
export function describeCoverage({ entered, missing }: Coverage): string {
  const held = entered - missing.length;
  const percent = Math.floor((1000 * held) / entered) / 10;
  return `  ${held} of ${entered} functions of Django's request path (${percent} %) are in compared traces; not: ${missing.join(', ')}`;
}

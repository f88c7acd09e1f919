/**
 * Holds what the runtime does against what real Python did.
 *
 * @module
 */

import { isDeepStrictEqual } from 'node:util';
import { type Difference, readDifferences } from './differences.ts';
import type { Json, Out, RecordedCase, Recording } from './model.ts';
import { type Suite, suiteName, SUITES } from './suites.ts';

/** A field in which a case differs; null where one side lacks it. */
export interface FieldDifference {
  field: string;
  recorded: Json;
  replayed: Json;
}

/** A case that failed, and why. */
export interface FailedCase {
  id: string;
  differences: FieldDifference[];
  /** The deliberate difference that is none any more, where that is the reason. */
  outdated?: string;
}

/** How a suite did. */
export interface SuiteReport {
  name: string;
  total: number;
  passed: number;
  failed: FailedCase[];
  /** How many of the passed cases differ in a field on purpose. */
  deliberate: number;
}

/** The fields in which two outcomes differ, in the order of the first. */
export function compareOuts(recorded: Out, replayed: Out): FieldDifference[] {
  const fields = new Set([...Object.keys(recorded), ...Object.keys(replayed)]);
  return [...fields]
    .filter((field) => !isDeepStrictEqual(recorded[field], replayed[field]))
    .map((field) => ({
      field,
      recorded: recorded[field] ?? null,
      replayed: replayed[field] ?? null,
    }));
}

function judge(
  { in: { id }, out }: RecordedCase,
  replayed: Out,
  meant: readonly Difference[],
): FailedCase | null {
  const differences = compareOuts(out, replayed);
  const found = differences.map(({ field }) => field);
  const outdated = meant.find(({ fields }) => !fields.every((field) => found.includes(field)));
  const allowed = new Set(meant.flatMap(({ fields }) => fields));
  const wrong = differences.filter(({ field }) => !allowed.has(field));
  if (wrong.length === 0 && outdated === undefined) return null;
  return { id, differences: wrong, ...(outdated && { outdated: outdated.name }) };
}

/** Replays a recording against the runtime, in this process unless told otherwise. @throws an `Error` for a case that nothing can run. */
export async function conform(
  recording: Recording,
  meant: readonly Difference[] = readDifferences(),
  replay: Suite['replay'] = SUITES[suiteName(recording.suite)].replay,
): Promise<SuiteReport> {
  const name = suiteName(recording.suite);
  const { compared = (out) => out }: Suite = SUITES[name];
  const failed: FailedCase[] = [];
  let deliberate = 0;
  for (const entry of recording.cases) {
    const { id } = entry.in;
    const here = meant.filter(({ suite, cases }) => suite === name && cases.includes(id));
    const replayed = await replay(entry.in, recording.shared ?? {});
    const failure = judge({ in: entry.in, out: compared(entry.out) }, compared(replayed), here);
    if (failure !== null) failed.push(failure);
    else if (here.length > 0) deliberate += 1;
  }
  const total = recording.cases.length;
  return { name, total, passed: total - failed.length, failed, deliberate };
}

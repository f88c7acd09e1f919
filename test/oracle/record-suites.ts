/**
 * Recording suites afresh, each by its judge, and telling what has changed.
 *
 * @module
 */

import { existsSync } from 'node:fs';
import { compareOuts, type FieldDifference } from './compare.ts';
import { readRecording, recordingPath, writeRecording } from './files.ts';
import { JudgeMissingError } from './judge-missing-error.ts';
import { JUDGES } from './judges.ts';
import type { CaseFile, Recorder, Recording } from './model.ts';
import { type JudgeName, type SuiteName, SUITES } from './suites.ts';

/** A case that came out otherwise than it is recorded. */
export interface Change {
  suite: string;
  id: string;
  differences: FieldDifference[];
}

/** Suites that were not recorded, since their judge is not at hand. */
export interface MissingJudge {
  suites: string[];
  reason: string;
}

/** A suite that was recorded on another release of Python than it was asked now. */
export interface OtherPython {
  suite: string;
  recorded: string;
  asked: string;
}

/** What came of recording. */
export interface Recorded {
  changes: Change[];
  missing: MissingJudge[];
  others: OtherPython[];
}

/** Records suites whose cases are taken from `take`; with `write` in place of the recordings. */
export async function recordSuites(
  names: readonly SuiteName[],
  take: (suite: SuiteName) => CaseFile,
  write: boolean,
): Promise<Recorded> {
  const recorded: Recorded = { changes: [], missing: [], others: [] };
  const judges = Map.groupBy(names, (name): JudgeName => SUITES[name].judge);
  for (const [judge, suites] of judges) {
    const record = await startJudge(judge);
    if (typeof record === 'string') recorded.missing.push({ suites, reason: record });
    else {
      for (const suite of suites) recordSuite(recorded, record, take(suite), write);
    }
  }
  return recorded;
}

async function startJudge(judge: JudgeName): Promise<Recorder | string> {
  try {
    return await JUDGES[judge]();
  } catch (error) {
    if (error instanceof JudgeMissingError) return error.message;
    throw error;
  }
}

function recordSuite(recorded: Recorded, record: Recorder, file: CaseFile, write: boolean): void {
  const path = recordingPath(file.suite);
  const after = record(file);
  const before = existsSync(path) ? readRecording(path) : { ...after, cases: [] };
  if (write) writeRecording(path, after);
  recorded.changes.push(...changesOf(before, after));
  if (releaseOf(before) !== releaseOf(after)) {
    recorded.others.push({ suite: file.suite, recorded: before.python, asked: after.python });
  }
}

/** Such as `3.11` of `3.11.7`. */
function releaseOf({ python }: Recording): string {
  return python.split('.').slice(0, 2).join('.');
}

function changesOf(before: Recording, after: Recording): Change[] {
  const known = new Map(before.cases.map((entry) => [entry.in.id, entry]));
  return after.cases
    .map(({ in: { id }, out }) => ({
      suite: after.suite,
      id,
      differences: compareOuts(known.get(id)?.out ?? {}, out),
    }))
    .filter(({ differences }) => differences.length > 0);
}

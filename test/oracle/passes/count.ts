/**
 * How many recorded cases pass through each tagged function and class. To be run with
 * `node --import src/trace/register.ts`, so that the runtime reports its calls.
 *
 * @module
 */

import { startRecord } from '#trace/calls';
import { readRecording, recordingPath } from '../files.ts';
import type { RecordedCase, Recording } from '../model.ts';
import { SUITE_NAMES, suiteName, SUITES } from '../suites.ts';
import { withLists } from '../traces/pack.ts';
import { taggedNames } from '#trace/subject';

/** What was counted. */
export interface Passes {
  /** How many cases there are. */
  cases: number;
  /** For each tagged function and class, how many pass through it; in the order of the names. */
  passes: Record<string, number>;
}

/** One call, as both sides have it. */
interface Seen {
  name: string;
  self?: string | undefined;
}

/** Counts over all recordings. @throws an `Error` for a case that nothing can run. */
export async function countPasses(suites: readonly string[] = SUITE_NAMES): Promise<Passes> {
  const { functions, classes } = taggedNames();
  const counts = new Map([...functions, ...classes].map((name) => [name, 0]));
  let cases = 0;
  for (const suite of suites) {
    const recording = readRecording(recordingPath(suite));
    for (const entry of recording.cases) {
      cases += 1;
      const entered = namesOf(await callsOf(entry, recording));
      for (const name of entered) {
        const count = counts.get(name);
        if (count !== undefined) counts.set(name, count + 1);
      }
    }
  }
  const sorted = [...counts].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return { cases, passes: Object.fromEntries(sorted) };
}

/** What a case enters: as recorded where the recording says so, else by replaying it. */
async function callsOf(entry: RecordedCase, recording: Recording): Promise<Seen[]> {
  const recorded: Seen[] = [];
  withLists(entry.out, (calls) => {
    for (const [, name, self] of calls)
      recorded.push({ name: String(name), self: self === undefined ? undefined : String(self) });
    return null;
  });
  if (recorded.length > 0) return recorded;
  const stop = startRecord();
  try {
    await SUITES[suiteName(recording.suite)].replay(entry.in, recording.shared ?? {});
  } finally {
    recorded.push(...stop());
  }
  return recorded;
}

/** The functions of some calls, each once, and the classes whose methods they are. */
function namesOf(calls: readonly Seen[]): Set<string> {
  const names = new Set<string>();
  for (const { name, self } of calls) {
    names.add(name);
    if (name.includes('.', name.indexOf(':'))) names.add(name.slice(0, name.lastIndexOf('.')));
    if (self !== undefined) names.add(self);
  }
  return names;
}

if (import.meta.main) console.log(JSON.stringify(await countPasses()));

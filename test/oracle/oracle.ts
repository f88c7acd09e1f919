/**
 * `npm run oracle [-- --write] [--json]` records the committed cases afresh and shows what
 * differs from the recordings; `--write` puts the new ones in their place.
 * `oracle.ts cases` takes the cases of `cases/` in place of the recorded ones.
 * `oracle.ts record --cases FILE --out FILE` records any file of inputs.
 *
 * @module
 */

import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { generateCases } from './cases/generate.ts';
import { compareOuts, type FieldDifference } from './compare.ts';
import { readCases, readRecording, recordingPath, writeRecording } from './files.ts';
import { type CaseFile, type Recording, type SuiteName, SUITES } from './model.ts';
import { type Recorder, recordCases, startRecorder } from './record.ts';
import { runCommand } from './run-command.ts';

const USAGE = 'oracle [cases] [--write] [--json] | oracle record --cases FILE --out FILE';

interface Change {
  suite: string;
  id: string;
  differences: FieldDifference[];
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

function recordSuite(record: Recorder, { suite, cases }: CaseFile, write: boolean): Change[] {
  const path = recordingPath(suite);
  const after = record(suite, cases);
  const before = existsSync(path) ? readRecording(path) : { ...after, cases: [] };
  if (write) writeRecording(path, after);
  return changesOf(before, after);
}

async function recordAll(
  take: (suite: SuiteName) => CaseFile,
  options: { write: boolean; json: boolean },
): Promise<number> {
  const record = await startRecorder();
  const changes = SUITES.flatMap((suite) => recordSuite(record, take(suite), options.write));
  if (options.json) console.log(JSON.stringify({ changes }, null, 2));
  else {
    for (const change of changes) console.log(JSON.stringify(change));
    console.log(
      changes.length === 0
        ? 'oracle: real Python does what is recorded'
        : `oracle: ${changes.length} cases differ from the recordings`,
    );
  }
  return changes.length === 0 || options.write ? 0 : 1;
}

async function recordFile(cases: string | undefined, out: string | undefined): Promise<number> {
  if (cases === undefined || out === undefined) return usage();
  const recording = await recordCases(readCases(cases));
  writeRecording(out, recording);
  console.log(`oracle: ${recording.cases.length} cases recorded on Python ${recording.python}`);
  return 0;
}

function usage(): number {
  console.error(USAGE);
  return 2;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      cases: { type: 'string' },
      out: { type: 'string' },
      write: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  switch (positionals[0]) {
    case undefined:
      return recordAll((suite) => readCases(recordingPath(suite)), values);
    case 'cases':
      return recordAll(generateCases, values);
    case 'record':
      return recordFile(values.cases, values.out);
    default:
      return usage();
  }
}

await runCommand(main);

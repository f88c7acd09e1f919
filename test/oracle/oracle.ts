/**
 * `npm run oracle [-- SUITE…] [--write] [--json]` records the committed cases afresh and shows
 * what differs from the recordings; `--write` puts the new ones in their place. Without suites, or
 * with `places`, it also looks up where the names of tags are defined.
 * `oracle.ts cases` takes the cases of `cases/` in place of the recorded ones.
 * `oracle.ts record --cases FILE --out FILE` records any file of inputs.
 *
 * A judge that is not at hand is named in a line and its suites are left out; where the
 * variable `CI` is set, that is a failure.
 *
 * @module
 */

import { parseArgs } from 'node:util';
import { generateCases } from './cases/generate.ts';
import { readCases, recordingPath, writeRecording } from './files.ts';
import { JudgeMissingError } from './judge-missing-error.ts';
import { JUDGES } from './judges.ts';
import { checkPlaces } from './places.ts';
import { type Recorded, recordSuites } from './record-suites.ts';
import { runCommand } from './run-command.ts';
import { SUITE_NAMES, suiteName, SUITES } from './suites.ts';

const USAGE =
  'oracle [SUITE…|places] [--write] [--json] | oracle cases [SUITE…] [--write] | oracle record --cases FILE --out FILE';

const PLACES = 'places';

interface Options {
  write: boolean;
  json: boolean;
}

async function recordAll(
  take: typeof generateCases,
  named: readonly string[],
  { write, json }: Options,
): Promise<number> {
  const suites = named.filter((name) => name !== PLACES);
  const names = named.length > 0 ? suites.map(suiteName) : SUITE_NAMES;
  const { changes, missing, others } = await recordSuites(names, take, write);
  if (named.length === 0 || named.includes(PLACES)) addPlaces({ changes, missing }, write);
  if (json) console.log(JSON.stringify({ changes, missing, others }, null, 2));
  else {
    for (const change of changes) console.log(JSON.stringify(change));
    for (const { suite, recorded, asked } of others) {
      console.log(`oracle: ${suite} was recorded on Python ${recorded} and asked on ${asked}`);
    }
    for (const { suites, reason } of missing) {
      console.log(`oracle: not recorded: ${suites.join(', ')}; ${reason}`);
    }
    console.log(
      changes.length === 0
        ? `oracle: real Python does what is recorded${missing.length > 0 ? ', as far as it was asked' : ''}`
        : `oracle: ${changes.length} cases differ from the recordings`,
    );
  }
  if (missing.length > 0 && process.env['CI']) return 1;
  return changes.length === 0 || write ? 0 : 1;
}

function addPlaces({ changes, missing }: Omit<Recorded, 'others'>, write: boolean): void {
  try {
    const moved = checkPlaces(write).map(({ name, recorded, found }) => ({
      suite: PLACES,
      id: name,
      differences: [{ field: 'place', recorded, replayed: found }],
    }));
    changes.push(...moved);
  } catch (error) {
    if (!(error instanceof JudgeMissingError)) throw error;
    missing.push({ suites: [PLACES], reason: error.message });
  }
}

async function recordFile(cases: string | undefined, out: string | undefined): Promise<number> {
  if (cases === undefined || out === undefined) return usage();
  const file = readCases(cases);
  const record = await JUDGES[SUITES[suiteName(file.suite)].judge]();
  const recording = record(file);
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
  const [first, ...rest] = positionals;
  if (first === 'cases') return recordAll(generateCases, rest, values);
  if (first !== 'record') {
    return recordAll((suite) => readCases(recordingPath(suite)), positionals, values);
  }
  return rest.length > 0 ? usage() : recordFile(values.cases, values.out);
}

await runCommand(main);

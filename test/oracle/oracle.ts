/**
 * `npm run oracle [-- SUITE…] [--write] [--json]` records the committed cases afresh and shows
 * what differs from the recordings; `--write` puts the new ones in their place. Where no suite is
 * named, it also asks the book's Django fences, and looks up the places of the names that tags
 * give, as it does for `oracle.ts places`.
 * `oracle.ts --fences [CHAPTER]` takes only the fences, of chapters whose path contains that.
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
import { describeFences, fencesCode, recordBookFences } from './django/fences/command.ts';
import { JudgeMissingError } from './judge-missing-error.ts';
import { JUDGES } from './judges.ts';
import { checkPlaces } from './places.ts';
import { type Recorded, recordSuites } from './record-suites.ts';
import { runCommand } from './run-command.ts';
import { SUITE_NAMES, suiteName, SUITES } from './suites.ts';

const USAGE =
  'oracle [SUITE…|places] [--write] [--json] | oracle --fences [CHAPTER] [--write] [--json] | oracle cases [SUITE…] [--write] | oracle record --cases FILE --out FILE';

const PLACES = 'places';

interface Options {
  write: boolean;
  json: boolean;
}

async function recordFencesOnly(
  filter: string | undefined,
  { write, json }: Options,
): Promise<number> {
  const outcome = await recordBookFences({ write, ...(filter !== undefined && { filter }) });
  if (json) console.log(JSON.stringify(outcome, null, 2));
  else console.log(describeFences(outcome, write).join('\n'));
  return fencesCode(outcome, write);
}

async function recordAll(
  take: typeof generateCases,
  named: readonly string[],
  { write, json }: Options,
  withFences = false,
): Promise<number> {
  const asked = named.filter((name) => name !== PLACES);
  const names = named.length > 0 ? asked.map(suiteName) : SUITE_NAMES;
  const suites = await recordSuites(names, take, write);
  if (named.length === 0 || named.includes(PLACES)) addPlaces(suites, write);
  const fences = withFences ? await recordBookFences({ write }) : undefined;
  if (json) console.log(JSON.stringify({ ...suites, ...(fences && { fences }) }, null, 2));
  else {
    const lines = [...describeSuites(suites), ...(fences ? describeFences(fences, write) : [])];
    console.log(lines.join('\n'));
  }
  return Math.max(suitesCode(suites, write), fences ? fencesCode(fences, write) : 0);
}

function describeSuites({ changes, missing, others }: Recorded): string[] {
  return [
    ...changes.map((change) => JSON.stringify(change)),
    ...others.map(
      ({ suite, recorded, asked }) =>
        `oracle: ${suite} was recorded on Python ${recorded} and asked on ${asked}`,
    ),
    ...missing.map(({ suites, reason }) => `oracle: not recorded: ${suites.join(', ')}; ${reason}`),
    changes.length === 0
      ? `oracle: real Python does what is recorded${missing.length > 0 ? ', as far as it was asked' : ''}`
      : `oracle: ${changes.length} cases differ from the recordings`,
  ];
}

function suitesCode({ changes, missing }: Recorded, write: boolean): number {
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
      fences: { type: 'boolean', default: false },
    },
  });
  const [first, ...rest] = positionals;
  if (values.fences) return rest.length > 0 ? usage() : recordFencesOnly(first, values);
  if (first === 'cases') return recordAll(generateCases, rest, values);
  if (first !== 'record') {
    const everything = first === undefined;
    return recordAll((suite) => readCases(recordingPath(suite)), positionals, values, everything);
  }
  return rest.length > 0 ? usage() : recordFile(values.cases, values.out);
}

await runCommand(main);

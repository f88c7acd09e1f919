/**
 * `npm run oracle [-- SUITE…] [--write] [--json]` records the committed cases afresh, and the
 * book's Django fences and citations where no suite is named, and shows what differs from the recordings;
 * `--write` puts the new ones in their place.
 * `oracle.ts --fences [CHAPTER]` takes only the fences, of chapters whose path contains that;
 * `oracle.ts --places` only where cited names and lines stand, `oracle.ts --passes` only how many
 * cases pass through each function.
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
import { describePlaces, placesCode, recordBookPlaces } from './citations/command.ts';
import { readCases, recordingPath, writeRecording } from './files.ts';
import { describeFences, fencesCode, recordBookFences } from './django/fences/command.ts';
import { JUDGES } from './judges.ts';
import { describePasses, recordPasses } from './passes/command.ts';
import { type Recorded, recordSuites } from './record-suites.ts';
import { runCommand } from './run-command.ts';
import { SUITE_NAMES, suiteName, SUITES } from './suites.ts';

const USAGE =
  'oracle [SUITE…] [--write] [--json] | oracle --fences [CHAPTER] [--write] [--json] | oracle --places [--write] [--json] | oracle --passes [--write] [--json] | oracle cases [SUITE…] [--write] | oracle record --cases FILE --out FILE';

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

function recordPlacesOnly({ write, json }: Options): number {
  const outcome = recordBookPlaces(write);
  if (json) console.log(JSON.stringify(outcome, null, 2));
  else console.log(describePlaces(outcome, write).join('\n'));
  return placesCode(outcome, write);
}

function recordPassesOnly({ write, json }: Options): number {
  const outcome = recordPasses(write);
  if (json) console.log(JSON.stringify(outcome, null, 2));
  else console.log(describePasses(outcome, write).join('\n'));
  return outcome.changes.length === 0 || write ? 0 : 1;
}

async function recordAll(
  take: typeof generateCases,
  named: readonly string[],
  { write, json }: Options,
  withBook = false,
): Promise<number> {
  const names = named.length > 0 ? named.map(suiteName) : SUITE_NAMES;
  const suites = await recordSuites(names, take, write);
  const book = withBook
    ? {
        fences: await recordBookFences({ write }),
        places: recordBookPlaces(write),
        passes: recordPasses(write),
      }
    : undefined;
  if (json) console.log(JSON.stringify({ ...suites, ...book }, null, 2));
  else {
    const lines = describeSuites(suites);
    if (book) {
      lines.push(
        ...describeFences(book.fences, write),
        ...describePlaces(book.places, write),
        ...describePasses(book.passes, write),
      );
    }
    console.log(lines.join('\n'));
  }
  const codes = book
    ? [
        fencesCode(book.fences, write),
        placesCode(book.places, write),
        book.passes.changes.length === 0 || write ? 0 : 1,
      ]
    : [];
  return Math.max(suitesCode(suites, write), ...codes);
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
      places: { type: 'boolean', default: false },
      passes: { type: 'boolean', default: false },
    },
  });
  const [first, ...rest] = positionals;
  if (values.fences) return rest.length > 0 ? usage() : recordFencesOnly(first, values);
  if (values.places) return first === undefined ? recordPlacesOnly(values) : usage();
  if (values.passes) return first === undefined ? recordPassesOnly(values) : usage();
  if (first === 'cases') return recordAll(generateCases, rest, values);
  if (first !== 'record') {
    const everything = first === undefined;
    return recordAll((suite) => readCases(recordingPath(suite)), positionals, values, everything);
  }
  return rest.length > 0 ? usage() : recordFile(values.cases, values.out);
}

await runCommand(main);

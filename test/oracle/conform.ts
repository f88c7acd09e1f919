/**
 * `npm run conform [-- FILE…] [--json]`: replays recordings against the runtime; exits with 1
 * where one differs, with 2 where a file cannot be replayed.
 *
 * @module
 */

import { parseArgs } from 'node:util';
import { conform, type FailedCase, type SuiteReport } from './compare.ts';
import { readRecording, recordingPath } from './files.ts';
import { SUITE_NAMES } from './suites.ts';
import { runCommand } from './run-command.ts';
import { coverageOf, describeCoverage } from './traces/coverage.ts';

function describeFailure({ id, differences, outdated }: FailedCase): string {
  const lines = differences.map(
    ({ field, recorded, replayed }) =>
      `    ${field}\n      Python:  ${JSON.stringify(recorded)}\n      runtime: ${JSON.stringify(replayed)}`,
  );
  if (outdated !== undefined)
    lines.push(`    The deliberate difference "${outdated}" is none here.`);
  return [`  ${id}`, ...lines].join('\n');
}

function describeSuite({ name, total, passed, failed, deliberate }: SuiteReport): string {
  const line = `${name}: ${passed} of ${total} as recorded, ${deliberate} of them with a deliberate difference`;
  return [line, ...failed.map(describeFailure)].join('\n');
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const paths = positionals.length > 0 ? positionals : SUITE_NAMES.map(recordingPath);
  const suites: SuiteReport[] = [];
  const remarks: string[] = [];
  for (const path of paths) {
    const recording = readRecording(path);
    suites.push(await conform(recording));
    if (recording.suite === 'django-trace') remarks.push(describeCoverage(coverageOf(recording)));
  }

  const failures = suites.reduce((sum, { failed }) => sum + failed.length, 0);
  if (values.json) console.log(JSON.stringify({ suites }, null, 2));
  else {
    for (const line of [...suites.map(describeSuite), ...remarks]) console.log(line);
    console.log(failures === 0 ? 'conform: all as recorded' : `conform: ${failures} cases differ`);
  }
  return failures === 0 ? 0 : 1;
}

await runCommand(main);

/**
 * `npm test`: everything there is to test, and one line of counts at its end.
 *
 * @module
 */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

interface Counts {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  testResults: { name: string; message: string; assertionResults: Assertion[] }[];
}

interface Assertion {
  status: string;
  fullName: string;
  failureMessages: string[] | null;
}

const vitest = join(import.meta.dirname, '../node_modules/vitest/vitest.mjs');
const folder = mkdtempSync(join(tmpdir(), 'round-trip-test-'));
const totals = { passed: 0, failed: 0, skipped: 0 };
const failures: string[] = [];

/** Runs one suite; a suite that broke before it could count is one failure. */
function runSuite(config: string): void {
  const report = join(folder, `${config}.json`);
  const { status } = spawnSync(
    process.execPath,
    [
      vitest,
      'run',
      '--config',
      config,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { stdio: 'inherit' },
  );
  const counts = readCounts(report);
  totals.passed += counts?.numPassedTests ?? 0;
  totals.failed += counts?.numFailedTests ?? 0;
  totals.skipped += counts?.numPendingTests ?? 0;
  failures.push(...listFailures(counts));
  if (status !== 0 && !counts?.numFailedTests) {
    totals.failed += 1;
    failures.push(`${config}: ended with ${status} before its tests could tell`);
  }
}

function listFailures(counts: Counts | undefined): string[] {
  return (counts?.testResults ?? []).flatMap(({ name, message, assertionResults }) => {
    const file = relative(process.cwd(), name);
    const failed = assertionResults.filter((assertion) => assertion.status === 'failed');
    if (failed.length === 0 && message) return [`${file}: ${message}`];
    return failed.map(
      ({ fullName, failureMessages }) => `${file}: ${fullName}\n${failureMessages?.[0] ?? ''}`,
    );
  });
}

function readCounts(report: string): Counts | undefined {
  try {
    return JSON.parse(readFileSync(report, 'utf8')) as Counts;
  } catch {
    return undefined;
  }
}

try {
  runSuite('vitest.config.ts');
  runSuite('vitest.browser.config.ts');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const { passed, failed, skipped } = totals;
for (const failure of failures) console.error(`\n✗ ${failure}`);
if (process.env.CI && skipped > 0)
  console.error(`\n${skipped} tests were skipped, and CI has all they need: that is a failure.`);
console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed > 0 || (process.env.CI && skipped > 0) ? 1 : 0;

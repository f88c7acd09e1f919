/**
 * A build with the doctests, and the same build without, turn by turn.
 *
 * @module
 */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from './statistics.ts';

/** Medians in milliseconds. */
export interface BuildFigures {
  /** With every TypeScript doctest and its type check. */
  withDoctests: number;
  without: number;
  ratio: number;
  budget: number;
  /** What Python's doctests add on top, its start included. */
  python: number;
  rounds: number;
}

const BUDGET = 1.5;
const root = join(import.meta.dirname, '../..');

/** Measures builds; each round takes each kind once, so that a busy machine hits all alike. */
export function benchBuild(rounds: number): BuildFigures {
  const times = { off: [] as number[], typescript: [] as number[], all: [] as number[] };
  build('off');
  for (let round = 0; round < rounds; round += 1) {
    for (const kind of ['off', 'typescript', 'all'] as const) times[kind].push(build(kind));
  }
  const [without, withDoctests, all] = [
    median(times.off),
    median(times.typescript),
    median(times.all),
  ];
  return {
    withDoctests,
    without,
    ratio: Number((withDoctests / without).toFixed(2)),
    budget: BUDGET,
    python: all - withDoctests,
    rounds,
  };
}

function build(doctest: string): number {
  const folder = mkdtempSync(join(tmpdir(), 'round-trip-bench-'));
  const begun = performance.now();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', join(folder, 'dist')],
    {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, DOCTEST: doctest, ASTRO_TELEMETRY_DISABLED: '1' },
    },
  );
  const took = Math.round(performance.now() - begun);
  rmSync(folder, { recursive: true, force: true });
  if (status !== 0) throw new Error(`The build (DOCTEST=${doctest}) failed:\n${stdout}\n${stderr}`);
  return took;
}

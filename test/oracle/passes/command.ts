/**
 * The part of `npm run oracle` that counts how many cases pass through each function.
 *
 * @module
 */

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Passes } from './count.ts';

const PATH = join(import.meta.dirname, '../recordings/passes.json');
const REGISTER = join(import.meta.dirname, '../../../src/trace/register.ts');
const MOST_OUTPUT = 2 ** 26;

/** What came of counting. */
export interface PassesOutcome {
  cases: number;
  names: number;
  /** A line for each count that is another. */
  changes: string[];
}

/** Counts in a process whose runtime reports its calls; with `write` in place of what is recorded. */
export function recordPasses(write: boolean): PassesOutcome {
  const program = ['--import', REGISTER, join(import.meta.dirname, 'count.ts')];
  const text = execFileSync(process.execPath, program, {
    encoding: 'utf8',
    maxBuffer: MOST_OUTPUT,
  });
  const after = JSON.parse(text) as Passes;
  const before: Passes = existsSync(PATH)
    ? (JSON.parse(readFileSync(PATH, 'utf8')) as Passes)
    : { cases: 0, passes: {} };
  if (write) writeFileSync(PATH, passesText(after));
  return {
    cases: after.cases,
    names: Object.keys(after.passes).length,
    changes: changesOf(before, after),
  };
}

/** As it is committed: a name a line. */
export function passesText({ cases, passes }: Passes): string {
  const rows = Object.entries(passes).map(([name, count]) => `${JSON.stringify(name)}:${count}`);
  return `{"cases":${cases},"passes":{\n${rows.join(',\n')}\n}}\n`;
}

/** Which counts differ, in words. */
export function changesOf(before: Passes, after: Passes): string[] {
  const names = [...new Set([...Object.keys(before.passes), ...Object.keys(after.passes)])];
  const said = ({ passes }: Passes, name: string) => passes[name] ?? 'no tag';
  return [
    ...(before.cases === after.cases ? [] : [`cases: ${before.cases} -> ${after.cases}`]),
    ...names
      .toSorted()
      .filter((name) => before.passes[name] !== after.passes[name])
      .map((name) => `${name}: ${said(before, name)} -> ${said(after, name)}`),
  ];
}

/** What the command says of it, line by line. */
export function describePasses({ cases, names, changes }: PassesOutcome, wrote: boolean): string[] {
  const count = `${cases} cases through ${names} functions and classes`;
  return [
    ...changes,
    changes.length === 0
      ? `oracle: ${count}, as counted before`
      : `oracle: ${changes.length} counts differ, of ${count}${wrote ? '; written' : '; --write records them'}`,
  ];
}

/**
 * Recording the lines that the book cites: `django/urls/base.py:15 HASH`, a citation a line.
 *
 * @module
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from '../../../src/models/definition.ts';

/** Folders of real source on this machine. */
export interface SourceRoots {
  /** The one that has the package `django`. */
  django: string;
  /** CPython's library; absent where it is not at hand, and then its lines stay as they are. */
  cpython?: string;
}

/** What came of recording lines. */
export interface LinesOutcome {
  /** A line for each that is new, another or gone; with its text where it has one. */
  changes: string[];
  /** Citations of lines on which nothing stands. */
  failures: string[];
}

const CPYTHON = 'cpython/Lib/';

/** Records lines into a file, or only says what would change. */
export function recordLines(
  lines: readonly string[],
  path: string,
  roots: SourceRoots,
  write: boolean,
): LinesOutcome {
  const before = readRecorded(path);
  const after = new Map<string, string>();
  const outcome: LinesOutcome = { changes: [], failures: [] };
  const files = new Map<string, string[]>();
  for (const cited of lines) {
    const [file = '', number = ''] = cited.split(':');
    const place = pathOf(file, roots);
    const known = before.get(cited);
    if (place === undefined) {
      if (known !== undefined) after.set(cited, known);
      continue;
    }
    if (!files.has(place)) files.set(place, readOr(place, '').split(/\r?\n/));
    const text = files.get(place)?.[Number(number) - 1]?.trim() ?? '';
    if (text === '') {
      outcome.failures.push(`${cited} is cited, but there is nothing on that line.`);
      continue;
    }
    after.set(cited, hashOf(text));
    const change = known === undefined ? 'new' : 'another';
    if (known !== hashOf(text)) outcome.changes.push(`${change}: ${cited}  ${text}`);
  }
  for (const cited of before.keys())
    if (!after.has(cited)) outcome.changes.push(`no longer cited: ${cited}`);
  if (write) writeFileSync(path, [...after].map((row) => `${row.join(' ')}\n`).join(''));
  return outcome;
}

/** The text of a file, or another where there is no such file. */
export function readOr(path: string, otherwise: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return otherwise;
  }
}

function readRecorded(path: string): Map<string, string> {
  const rows = readOr(path, '').split('\n').filter(Boolean);
  return new Map(rows.map((row) => row.split(' ') as [string, string]));
}

function pathOf(file: string, { django, cpython }: SourceRoots): string | undefined {
  if (!file.startsWith(CPYTHON)) return join(django, file);
  return cpython === undefined ? undefined : join(cpython, file.slice(CPYTHON.length));
}

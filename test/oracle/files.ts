/**
 * Reading and writing the oracle's files: one case a line, so that a change shows as a line.
 *
 * @module
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CaseFile, FORMAT, type Json, type Recording } from './model.ts';
import { suiteName } from './suites.ts';
import { pack, type Packed, unpack } from './traces/pack.ts';

/** The path of a suite's committed recording. */
export function recordingPath(suite: string): string {
  return join(import.meta.dirname, 'recordings', `${suite}.json`);
}

/** Reads a recording. @throws an `Error` for another format or an unknown suite. */
export function readRecording(path: string): Recording {
  const read = JSON.parse(readFileSync(path, 'utf8')) as Packed;
  if (read.format !== FORMAT) {
    throw new Error(`${path} has format ${String(read.format)}; this is for format ${FORMAT}.`);
  }
  suiteName(read.suite);
  return unpack(read);
}

/** Reads inputs alone, from a file of cases or from a recording. @throws an `Error` for an unknown suite. */
export function readCases(path: string): CaseFile {
  const read = JSON.parse(readFileSync(path, 'utf8')) as CaseFile | Recording;
  suiteName(read.suite);
  return {
    suite: read.suite,
    ...(read.shared && { shared: read.shared }),
    cases: 'format' in read ? read.cases.map((entry) => entry.in) : read.cases,
  };
}

/** The text of a recording, as it is committed. */
export function recordingText(recording: Recording): string {
  const { shared, names, cases, ...head }: Packed = pack(recording);
  const parts = [
    JSON.stringify(head).slice(1, -1),
    ...(shared ? [`"shared":{\n${lines(Object.entries(shared), named)}\n}`] : []),
    ...(names ? [`"names":[\n${lines(names, (name) => JSON.stringify(name))}\n]`] : []),
    `"cases":[\n${lines(cases, (entry) => JSON.stringify(entry))}\n]`,
  ];
  return `{${parts.join(',')}}\n`;
}

/** Writes a recording. */
export function writeRecording(path: string, recording: Recording): void {
  writeFileSync(path, recordingText(recording));
}

function lines<Item>(items: readonly Item[], write: (item: Item) => string): string {
  return items.map(write).join(',\n');
}

function named([name, value]: [string, Json]): string {
  return `${JSON.stringify(name)}:${JSON.stringify(value)}`;
}

/**
 * Recording where the names and lines that the book cites stand in real Django and real CPython.
 *
 * @module
 */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BookOptions } from '../../../src/doctest/book.ts';
import { Engine } from '../../../src/doctest/engine.ts';
import { nameOf, type TagIndex } from '../../../src/models/tag-index.ts';
import type { Installation } from '../django/installation.ts';
import { citationsOf } from './citations.ts';
import { readOr, recordLines } from './record-lines.ts';
import { askCPython, askDjango, type CPython, type RecordedPlaces } from './judges.ts';

/** What came of recording places. */
export interface PlacesOutcome {
  names: number;
  lines: number;
  /** A line for each place that is new, gone or another; new lines with their text. */
  changes: string[];
  /** Citations of what is not there, in words. */
  failures: string[];
  /** Why CPython's places were left as they are, if they were. */
  kept?: string;
}

/** What recording needs. */
export interface PlacesOptions {
  book: BookOptions;
  tags: TagIndex;
  /** The folder of the recordings. */
  folder: string;
  django: Installation;
  /** Absent: CPython's places stay as they are, for the reason given. */
  cpython: CPython | string;
  write: boolean;
}

/** Records places afresh. @throws an `Error` where real Python cannot be asked. */
export function recordPlaces(options: PlacesOptions): PlacesOutcome {
  const { book, tags, folder, django, cpython, write } = options;
  const { names, lines } = citedIn(book, tags);
  const outcome: PlacesOutcome = { names: 0, lines: lines.length, changes: [], failures: [] };

  const keep = (file: string, found: RecordedPlaces): void => {
    const path = join(folder, file);
    const before = JSON.parse(readOr(path, '{}')) as RecordedPlaces;
    outcome.names += Object.keys(found).length;
    outcome.changes.push(...changedPlaces(before, found));
    if (write) writeFileSync(path, placesText(found));
  };
  keep('places.json', askDjango(django, names.filter(isDjango)));
  if (typeof cpython === 'string') outcome.kept = cpython;
  else
    keep(
      'cpython-places.json',
      askCPython(
        cpython,
        names.filter((name) => !isDjango(name)),
      ),
    );

  const roots = {
    django: django.packages,
    ...(typeof cpython !== 'string' && { cpython: cpython.library }),
  };
  const found = recordLines(lines, join(folder, 'lines.txt'), roots, write);
  outcome.changes.push(...found.changes);
  outcome.failures.push(...found.failures);
  return outcome;
}

/** Names in tags and lenses; lines in the ledger and in chapters. */
function citedIn(book: BookOptions, tags: TagIndex): { names: string[]; lines: string[] } {
  const engine = new Engine(book);
  const ledger = engine.ledger();
  const citations = engine.files().flatMap((file) => citationsOf(engine.read(file), ledger, tags));
  const cited = (kind: 'name' | 'line') =>
    citations.filter((citation) => citation.kind === kind).map((citation) => citation.cited);
  const names = [...tags.all().map(nameOf), ...cited('name')];
  const rows = ledger?.claims.flatMap(({ decidedBy = [] }) => decidedBy) ?? [];
  return { names: unique(names), lines: unique([...rows, ...cited('line')]) };
}

function changedPlaces(before: RecordedPlaces, after: RecordedPlaces): string[] {
  const said = (places: RecordedPlaces, name: string) => JSON.stringify(places[name]);
  return unique([...Object.keys(before), ...Object.keys(after)])
    .filter((name) => said(before, name) !== said(after, name))
    .map(
      (name) =>
        `${name}: ${said(before, name) ?? 'not recorded'} -> ${said(after, name) ?? 'no longer named'}`,
    );
}

/** As it is committed: a name a line. */
function placesText(places: RecordedPlaces): string {
  const rows = Object.entries(places).map(
    ([name, place]) => `${JSON.stringify(name)}:${JSON.stringify(place)}`,
  );
  return `{\n${rows.join(',\n')}\n}\n`;
}

function isDjango(name: string): boolean {
  return /^django[.:]/.test(name);
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)].toSorted();
}

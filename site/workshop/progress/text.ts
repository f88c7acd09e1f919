/**
 * Progress as text: what the browser keeps, and what is exported and imported. Its published
 * description is `schema.json`.
 *
 * @module
 */

import {
  KINDS,
  type Kind,
  type Mark,
  namesOf,
  NOTHING,
  type Place,
  type Progress,
} from './progress.ts';

/** The version that this edition of the book writes and reads. */
export const VERSION = 1;

/** The longest text that is read or written, in UTF-16 units; a whole book takes some 50,000. */
export const LONGEST = 1_000_000;

/** The longest name of a chapter, snippet, exercise, anchor or heading, in UTF-16 units. */
export const LONGEST_NAME = 200;

const FORMAT = 'round-trip progress';
const LAST_TIME = 8_640_000_000_000_000;
const CONTROL = /\p{Cc}/u;

/** A text is not the progress of a reader of this edition; the message says why. */
export class ProgressTextError extends Error {
  override name = 'ProgressTextError';
}

/** Writes all that is known, in one order whatever was done first. */
export function writeProgress({ cleared, marks, place }: Progress): string {
  return JSON.stringify({
    format: FORMAT,
    version: VERSION,
    cleared,
    ...Object.fromEntries(KINDS.map((kind) => [kind, written(marks[kind])])),
    ...(place ? { place: { ...place } } : {}),
  });
}

/** Writes what is marked and nothing of what was taken back or cleared, for a file. */
export function writeExport(progress: Progress): string {
  const kept = (kind: Kind) =>
    Object.fromEntries(
      namesOf(progress, kind).map((name) => [name, { made: progress.marks[kind].get(name)?.made }]),
    );
  const { place } = progress;
  const shown = {
    format: FORMAT,
    version: VERSION,
    cleared: 0,
    ...Object.fromEntries(KINDS.map((kind) => [kind, kept(kind)])),
    ...(place ? { place } : {}),
  };
  return `${JSON.stringify(shown, undefined, 2)}\n`;
}

/** Reads what either of the two wrote. @throws {ProgressTextError} in a sentence for the reader. */
export function readProgress(text: string): Progress {
  if (text.length > LONGEST) {
    refuse(`it has ${text.length} characters, and progress never has more than ${LONGEST}`);
  }
  const { format, version, cleared, place, ...rest } = objectIn(parse(text), 'it');
  if (format !== FORMAT) refuse(`its "format" is not "${FORMAT}"`);
  if (version !== VERSION) {
    refuse(`it has the version ${shown(version)}, and this edition of the book reads ${VERSION}`);
  }
  const [read, ran, attempted, solved] = KINDS.map((kind) => marksIn(rest[kind], kind)) as [
    Map<string, Mark>,
    Map<string, Mark>,
    Map<string, Mark>,
    Map<string, Mark>,
  ];
  for (const name of Object.keys(rest)) {
    if (!KINDS.some((kind) => kind === name)) refuse(`"${cut(name)}" is nothing that it may have`);
  }
  return {
    ...NOTHING,
    cleared: timeIn(cleared, '"cleared"'),
    marks: { read, ran, attempted, solved },
    place: place === undefined ? undefined : placeIn(place),
  };
}

function written(marks: ReadonlyMap<string, Mark>): object {
  const sorted = [...marks].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    sorted.map(([name, { made, takenBack }]) => [
      name,
      { made, ...(takenBack ? { takenBack } : {}) },
    ]),
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuse('it is not JSON');
  }
}

function marksIn(value: unknown, kind: Kind): Map<string, Mark> {
  const marks = Object.entries(objectIn(value, `"${kind}"`)).map(([name, mark]): [string, Mark] => {
    const where = `"${cut(name)}" in "${kind}"`;
    textIn(name, `the name ${where}`, 1);
    const { made, takenBack = 0, ...rest } = objectIn(mark, where);
    if (Object.keys(rest).length > 0) refuse(`${where} has more than "made" and "takenBack"`);
    return [name, { made: timeIn(made, where), takenBack: timeIn(takenBack, where) }];
  });
  return new Map(marks);
}

function placeIn(value: unknown): Place {
  const { chapter, anchor, section, done, at, ...rest } = objectIn(value, '"place"');
  if (Object.keys(rest).length > 0) refuse('"place" has more than it may have');
  if (typeof done !== 'boolean') refuse('"done" in "place" is not true or false');
  return {
    chapter: textIn(chapter, '"chapter" in "place"', 1),
    anchor: textIn(anchor, '"anchor" in "place"', 0),
    section: textIn(section, '"section" in "place"', 0),
    done: done as boolean,
    at: timeIn(at, '"at" in "place"'),
  };
}

function objectIn(value: unknown, where: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  return refuse(value === undefined ? `${where} is missing` : `${where} is not an object`);
}

function timeIn(value: unknown, where: string): number {
  if (Number.isInteger(value) && (value as number) >= 0 && (value as number) <= LAST_TIME) {
    return value as number;
  }
  return refuse(`the time of ${where} is not a number of milliseconds`);
}

function textIn(value: unknown, where: string, least: number): string {
  const fits = typeof value === 'string' && value.length >= least && value.length <= LONGEST_NAME;
  if (fits && !CONTROL.test(value)) return value;
  return refuse(`${where} is not a text of ${least} to ${LONGEST_NAME} characters`);
}

function shown(value: unknown): string {
  return cut(JSON.stringify(value) ?? 'undefined');
}

function cut(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

function refuse(why: string): never {
  throw new ProgressTextError(`This is not progress in this book: ${why}.`);
}

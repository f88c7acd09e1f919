/**
 * Where the names that tags give are defined in real Django: `recordings/places.json`.
 *
 * @module
 */

import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { collectModels } from '#models/collect';
import { startDjangoPlaces } from './django/record.ts';
import { JudgeMissingError } from './judge-missing-error.ts';
import type { Json } from './model.ts';

/** File, line and hash of a definition; `[]` for a name without one of its own, `null` for none in the module. */
export type Place = [file: string, line: number, hash: string] | [] | null;

/** The places by name. */
export type Places = Record<string, Place>;

/** A name that is no longer where it was recorded. */
export interface MovedPlace {
  name: string;
  recorded: Json;
  found: Json;
}

const RUNTIME = join(import.meta.dirname, '../../src/runtime');
const FILE = join(import.meta.dirname, 'recordings/places.json');

/** Every name of Django that a tag of the runtime gives, in order. */
export function taggedPlaces(): string[] {
  const names = globSync('**/*.ts', { cwd: RUNTIME }).flatMap((path) =>
    collectModels(path, readFileSync(join(RUNTIME, path), 'utf8')).tags.map(
      ({ module, qualname }) => `${module}:${qualname}`,
    ),
  );
  return [...new Set(names)].filter((name) => /^django\b/.test(name)).toSorted();
}

/** The committed places. */
export function readPlaces(): Places {
  return JSON.parse(readFileSync(FILE, 'utf8')) as Places;
}

/** The text of places, as it is committed: one name a line. */
export function placesText(places: Places): string {
  const lines = Object.keys(places)
    .toSorted()
    .map((name) => `${JSON.stringify(name)}:${JSON.stringify(places[name])}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

/** The names whose places differ; one that is new, or that no tag gives any more, differs too. */
export function movedPlaces(recorded: Places, found: Places): MovedPlace[] {
  const names = new Set([...Object.keys(recorded), ...Object.keys(found)]);
  return [...names].toSorted().flatMap((name) => {
    const [before, after] = [recorded[name], found[name]].map((place) => place ?? null);
    const isSame = name in recorded && name in found;
    if (isSame && JSON.stringify(before) === JSON.stringify(after)) return [];
    return [{ name, recorded: before ?? null, found: after ?? null }];
  });
}

/** Looks all names up in real Django; with `write`, keeps what it says. @throws {JudgeMissingError} where it cannot be asked. */
export function checkPlaces(write: boolean, env: NodeJS.ProcessEnv = process.env): MovedPlace[] {
  const { python, places } = startDjangoPlaces(env)(taggedPlaces());
  if (places === null) {
    throw new JudgeMissingError(`places are looked up on Python 3.8 and later, not on ${python}`);
  }
  const moved = movedPlaces(readPlaces(), places as Places);
  if (write) writeFileSync(FILE, placesText(places as Places));
  return moved;
}

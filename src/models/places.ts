/**
 * Where the names of Python are defined, as the oracle has recorded it.
 *
 * @module
 */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A definition: the file, its line from 1, and a hash of its text. `[]` for a name that is
 * there without a definition of its own, `null` for one that only objects have.
 */
export type RecordedPlace = [file: string, line: number, hash: string] | [] | null;

/** A definition's place. */
export interface Place {
  /** From the root of its repository: `django/urls/base.py`, or `cpython/Lib/wsgiref/util.py`. */
  file: string;
  /** From 1. */
  line: number;
  /** The beginning of the SHA-256 of the definition's text. */
  hash: string;
}

/** The recorded places of names, and the hashes of single lines that are cited. */
export class Places {
  readonly #names: Record<string, RecordedPlace>;
  readonly #lines: Record<string, string>;

  constructor(names: Record<string, RecordedPlace>, lines: Record<string, string> = {}) {
    this.#names = names;
    this.#lines = lines;
  }

  /** Reads `places.json`, `cpython-places.json` and `lines.txt` of a folder, each where it is there. */
  static read(folder: string): Places {
    const names = {
      ...readJson<RecordedPlace>(join(folder, 'places.json')),
      ...readJson<RecordedPlace>(join(folder, 'cpython-places.json')),
    };
    return new Places(names, readLines(join(folder, 'lines.txt')));
  }

  /** Where `module:qualified.name` is defined; undefined where nothing of the kind is recorded. */
  of(name: string): Place | undefined {
    const [file, line, hash] = this.#names[name] ?? [];
    return file === undefined || line === undefined || hash === undefined
      ? undefined
      : { file, line, hash };
  }

  /** Whether a name is recorded at all, with a definition or without. */
  has(name: string): boolean {
    return (this.#names[name] ?? null) !== null;
  }

  /** The recorded hash of a line such as `django/urls/base.py:15`. */
  hashOfLine(line: string): string | undefined {
    return this.#lines[line];
  }
}

/** A line of the file is `django/urls/base.py:15 HASH`. */
function readLines(path: string): Record<string, string> {
  if (!existsSync(path)) return {};
  const rows = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  return Object.fromEntries(rows.map((row) => row.split(' ')) as [string, string][]);
}

function readJson<Value>(path: string): Record<string, Value> {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Record<string, Value>) : {};
}

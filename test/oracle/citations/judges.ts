/**
 * Asking real Django and real CPython where names are defined.
 *
 * @module
 */

import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { CPYTHON_RELEASE } from '../../../src/models/permalinks.ts';
import type { RecordedPlace } from '../../../src/models/places.ts';
import type { Installation } from '../django/installation.ts';

/** Places by name, in the order of the names. */
export type RecordedPlaces = Record<string, RecordedPlace>;

/** A CPython of the release whose lines are cited. */
export interface CPython {
  python: string;
  /** The folder of its library. */
  library: string;
}

const SCRIPTS = join(import.meta.dirname, '../django/python');

/** The CPython whose lines are cited, or a sentence that says that there is none. */
export function findCPython(env: NodeJS.ProcessEnv = process.env): CPython | string {
  const minor = CPYTHON_RELEASE.split('.').slice(0, 2).join('.');
  const pyenv = env['PYENV_ROOT'] ?? join(homedir(), '.pyenv');
  const installed = globSync(`versions/${CPYTHON_RELEASE}/bin/python`, { cwd: pyenv });
  for (const python of [...installed.map((path) => join(pyenv, path)), `python${minor}`]) {
    const { status, stdout } = run(python, 'make_cpython_places.py', [], '[]', env);
    if (status !== 0) continue;
    const { version, library } = JSON.parse(stdout) as { version: string; library: string };
    if (version === CPYTHON_RELEASE) return { python, library };
  }
  return `there is no CPython ${CPYTHON_RELEASE} on the path or in pyenv, so its places stay as they are recorded`;
}

/** Where real Django defines names. @throws an `Error` with what Python says. */
export function askDjango(
  { python, packages }: Installation,
  names: readonly string[],
): RecordedPlaces {
  const said = run(python, 'make_places.py', [packages], JSON.stringify(names), process.env);
  if (said.status !== 0) throw new Error(`Places were not recorded.\n${said.stderr}`);
  const { places, python: release } = JSON.parse(said.stdout) as {
    places: RecordedPlaces | null;
    python: string;
  };
  if (places === null) {
    throw new Error(
      `Places were not recorded: CPython ${release} does not say where a definition ends.`,
    );
  }
  return places;
}

/** Where CPython defines names, in files as the ledger names them. @throws an `Error` with what Python says. */
export function askCPython({ python }: CPython, names: readonly string[]): RecordedPlaces {
  const said = run(python, 'make_cpython_places.py', [], JSON.stringify(names), process.env);
  if (said.status !== 0) throw new Error(`Places were not recorded.\n${said.stderr}`);
  const { places } = JSON.parse(said.stdout) as { places: RecordedPlaces };
  return Object.fromEntries(
    Object.entries(places).map(([name, place]) => [name, fromRepository(place)]),
  );
}

function fromRepository(place: RecordedPlace): RecordedPlace {
  if (!place || place.length === 0) return place;
  const [file, line, hash] = place;
  return [`cpython/Lib/${file}`, line, hash];
}

function run(
  python: string,
  script: string,
  args: string[],
  input: string,
  env: NodeJS.ProcessEnv,
): { status: number | null; stdout: string; stderr: string } {
  const { PATH, HOME, SYSTEMROOT } = env;
  const { status, stdout, stderr } = spawnSync(
    python,
    ['-B', '-s', join(SCRIPTS, script), ...args],
    {
      input,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
      env: {
        ...(PATH !== undefined && { PATH }),
        ...(HOME !== undefined && { HOME }),
        ...(SYSTEMROOT !== undefined && { SYSTEMROOT }),
        PYTHONHASHSEED: '0',
        LC_ALL: 'C.UTF-8',
      },
    },
  );
  return { status, stdout: stdout ?? '', stderr: stderr ?? '' };
}

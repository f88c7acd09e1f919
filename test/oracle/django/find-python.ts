/**
 * Finding a CPython that runs Django 2.2 as it is: 3.6 to 3.11.
 *
 * @module
 */

import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { JudgeMissingError } from '../judge-missing-error.ts';

/** The variable that names the Python to take, and no other. */
export const PYTHON_VARIABLE = 'ORACLE_PYTHON';

const OLDEST = 306;
const NEWEST = 311;
const ASK = 'import sys; print(sys.version_info[0] * 100 + sys.version_info[1])';

/** The Pythons that will do, the newest first. @throws {JudgeMissingError} where there is none. */
export function findPythons(env: NodeJS.ProcessEnv = process.env): string[] {
  const named = env[PYTHON_VARIABLE];
  const pythons = (named ? [named] : candidates(env))
    .map((python) => ({ python, version: versionOf(python, env) }))
    .filter(({ version }) => version >= OLDEST && version <= NEWEST)
    .toSorted((one, other) => other.version - one.version)
    .map(({ python }) => python);
  if (pythons.length > 0) return pythons;
  throw new JudgeMissingError(
    named
      ? `${PYTHON_VARIABLE} names ${named}, which is no CPython 3.6 to 3.11`
      : `there is no CPython 3.6 to 3.11; install one, or name it in ${PYTHON_VARIABLE}`,
  );
}

function candidates(env: NodeJS.ProcessEnv): string[] {
  const versions = [11, 10, 9, 8, 7, 6];
  const pyenv = env['PYENV_ROOT'] ?? join(homedir(), '.pyenv');
  return [
    'python3.11',
    'python3',
    ...versions.flatMap((minor) =>
      globSync(`versions/3.${minor}.*/bin/python`, { cwd: pyenv }).map((path) => join(pyenv, path)),
    ),
    ...versions.map((minor) => `python3.${minor}`),
    'python',
  ];
}

/** Such as 311; 0 for what is no Python. */
function versionOf(python: string, env: NodeJS.ProcessEnv): number {
  const { status, stdout } = spawnSync(python, ['-c', ASK], { encoding: 'utf8', env });
  return status === 0 ? Number(stdout) : 0;
}

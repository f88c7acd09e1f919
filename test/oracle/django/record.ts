/**
 * Real Django 2.2.28 as the judge: a CPython without shims runs `python/record.py` over cases,
 * one process for each file of them.
 *
 * @module
 */

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import {
  type CaseFile,
  type Json,
  type Out,
  type Recorder,
  recordingOf,
  type Versions,
} from '../model.ts';
import { type Installation, installDjango } from './installation.ts';

const SCRIPTS = join(import.meta.dirname, 'python');
const MOST_OUTPUT = 2 ** 28;

/** Gets Django ready. @throws {JudgeMissingError} where it cannot be had. */
export function startDjangoRecorder(env: NodeJS.ProcessEnv = process.env): Recorder {
  const installation = installDjango(env);
  return (file) => recordingOf(file, ask(installation, file, env));
}

/** Where names are defined, and which Python said so; `null` where it cannot tell. */
export interface FoundPlaces {
  python: string;
  places: Record<string, Json> | null;
}

/** Gets Django ready to be asked where names are defined. @throws {JudgeMissingError} where it cannot be had. */
export function startDjangoPlaces(
  env: NodeJS.ProcessEnv = process.env,
): (names: readonly string[]) => FoundPlaces {
  const installation = installDjango(env);
  return (names) => {
    const text = run(installation, 'make_places.py', JSON.stringify(names), env);
    return JSON.parse(text) as FoundPlaces;
  };
}

function ask(
  installation: Installation,
  file: CaseFile,
  env: NodeJS.ProcessEnv,
): Versions & { outs: Out[] } {
  try {
    const text = run(installation, 'record.py', JSON.stringify(file), env);
    return JSON.parse(text) as Versions & { outs: Out[] };
  } catch (error) {
    throw new Error(`Suite ${file.suite} was not recorded.`, { cause: error });
  }
}

/** What a script prints. @throws an `Error` with what it complains of. */
function run(
  { python, packages }: Installation,
  script: string,
  input: string,
  env: NodeJS.ProcessEnv,
): string {
  const { PATH, HOME, SYSTEMROOT } = env;
  const { status, stdout, stderr, error } = spawnSync(
    python,
    ['-B', '-s', join(SCRIPTS, script), packages],
    {
      input,
      encoding: 'utf8',
      maxBuffer: MOST_OUTPUT,
      env: {
        ...(PATH !== undefined && { PATH }),
        ...(HOME !== undefined && { HOME }),
        ...(SYSTEMROOT !== undefined && { SYSTEMROOT }),
        PYTHONHASHSEED: '0',
        TZ: 'UTC',
        LC_ALL: 'C.UTF-8',
      },
    },
  );
  if (status === 0) return stdout;
  throw new Error(`${script} failed.\n${error?.message ?? stderr}`);
}

/**
 * Real Django 2.2.28 as the judge: a CPython without shims runs `python/record.py` over cases,
 * one process for each file of them.
 *
 * @module
 */

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { type CaseFile, type Out, type Recorder, recordingOf, type Versions } from '../model.ts';
import { type Installation, installDjango } from './installation.ts';

const SCRIPT = join(import.meta.dirname, 'python/record.py');
const MOST_OUTPUT = 2 ** 28;

/** Gets Django ready. @throws {JudgeMissingError} where it cannot be had. */
export function startDjangoRecorder(env: NodeJS.ProcessEnv = process.env): Recorder {
  const installation = installDjango(env);
  return (file) => recordingOf(file, ask(installation, file, env));
}

function ask(
  { python, packages }: Installation,
  file: CaseFile,
  env: NodeJS.ProcessEnv,
): Versions & { outs: Out[] } {
  const { PATH, HOME, SYSTEMROOT } = env;
  const { status, stdout, stderr, error } = spawnSync(python, ['-B', '-s', SCRIPT, packages], {
    input: JSON.stringify(file),
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
  });
  if (status === 0) return JSON.parse(stdout) as Versions & { outs: Out[] };
  throw new Error(`Suite ${file.suite} was not recorded.\n${error?.message ?? stderr}`);
}

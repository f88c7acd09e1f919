/**
 * Real Django 2.2.28, fetched once by pip into a folder that git ignores. Its files are
 * pinned by their hashes, so nothing but the release itself can get there.
 *
 * @module
 */

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { JudgeMissingError } from '../judge-missing-error.ts';
import { findPythons } from './find-python.ts';

/** A Python and the folder that has Django for it. */
export interface Installation {
  python: string;
  packages: string;
}

const REQUIREMENTS = join(import.meta.dirname, 'requirements.txt');
const CACHE = join(import.meta.dirname, '../../../.cache/oracle');

/** Finds Django in a folder or fetches it. @throws {JudgeMissingError} where neither can be done. */
export function installDjango(
  env: NodeJS.ProcessEnv = process.env,
  cache: string = CACHE,
): Installation {
  const pythons = findPythons(env);
  const [python = ''] = pythons;
  const packages = packagesIn(cache);
  if (!existsSync(packages)) fetchPackages(pythons, packages, env);
  return { python, packages };
}

/** Finds Django where it has been fetched already; undefined where it is not, or no Python will do. */
export function findDjango(
  env: NodeJS.ProcessEnv = process.env,
  cache: string = CACHE,
): Installation | undefined {
  if (!existsSync(packagesIn(cache))) return undefined;
  try {
    return installDjango(env, cache);
  } catch (error) {
    if (error instanceof JudgeMissingError) return undefined;
    throw error;
  }
}

function packagesIn(cache: string): string {
  const digest = createHash('sha256').update(readFileSync(REQUIREMENTS)).digest('hex');
  return join(cache, `django-${digest.slice(0, 12)}`);
}

function fetchPackages(pythons: readonly string[], folder: string, env: NodeJS.ProcessEnv): void {
  mkdirSync(dirname(folder), { recursive: true });
  const made = mkdtempSync(join(dirname(folder), 'fetching-'));
  try {
    let complaint: string | null = null;
    for (const python of pythons) {
      complaint = runPip(python, made, env);
      if (complaint === null) break;
    }
    if (complaint !== null) {
      throw new JudgeMissingError(
        `pip cannot fetch Django 2.2.28 (${complaint}); point pip at an index that has it, then run this again`,
      );
    }
    if (!existsSync(folder)) renameSync(made, folder);
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

/** Null where pip did it, else the last line of what it says. */
function runPip(python: string, target: string, env: NodeJS.ProcessEnv): string | null {
  const options = ['--quiet', '--no-input', '--disable-pip-version-check', '--retries', '1'];
  const what = ['--require-hashes', '--no-deps', '--only-binary', ':all:', '-r', REQUIREMENTS];
  const { status, stderr, error } = spawnSync(
    python,
    ['-m', 'pip', 'install', ...options, ...what, '--target', target],
    { encoding: 'utf8', env: { ...env, PIP_USER: '0' } },
  );
  if (status === 0) return null;
  const lines = (error?.message ?? stderr).trim().split('\n');
  return lines.findLast((line) => line.startsWith('ERROR')) ?? lines.at(-1) ?? '';
}

/**
 * Django, pytz and sqlparse as pip gives them, held to the hashes that the oracle's Django is held to.
 *
 * @module
 */

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';

/** The packages that are pinned, with their versions and hashes. */
export const REQUIREMENTS = 'test/oracle/django/requirements.txt';

/** pip could not fetch the packages: there is none, or it reaches no index that has them. */
export class PackagesMissingError extends Error {
  override name = 'PackagesMissingError' as const;
}

/** One file of a package. */
export interface PackageFile {
  /** As Python's import finds it, such as `django/urls/base.py`. */
  path: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** A fingerprint of what is pinned. @param root the project's root */
export function pinnedHash(root: string): string {
  return hashOf(readFileSync(join(root, REQUIREMENTS)));
}

/**
 * The files of the packages; fetched by pip once and kept in a folder.
 *
 * @param folder where wheels are kept
 * @throws {PackagesMissingError}
 */
export function fetchPackages(root: string, folder: string): PackageFile[] {
  const kept = join(folder, `wheels-${pinnedHash(root)}`);
  if (!existsSync(kept)) download(root, folder, kept);
  return globSync('*.whl', { cwd: kept })
    .toSorted()
    .flatMap((wheel) => Object.entries(unzipSync(readFileSync(join(kept, wheel)))))
    .map(([path, bytes]) => ({ path, bytes }));
}

/** Twelve digits of a SHA-256, as names of files have them. */
export function hashOf(...parts: (Uint8Array | string)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex').slice(0, 12);
}

function download(root: string, folder: string, kept: string): void {
  mkdirSync(folder, { recursive: true });
  const made = mkdtempSync(join(folder, 'fetching-'));
  try {
    const complaint = runPip(join(root, REQUIREMENTS), made);
    if (complaint !== undefined)
      throw new PackagesMissingError(`pip cannot fetch Django 2.2.28 (${complaint}).`);
    renameSync(made, kept);
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

/** What pip complains of; undefined where it did its work. */
function runPip(requirements: string, target: string): string | undefined {
  const options = ['--quiet', '--no-input', '--disable-pip-version-check', '--retries', '1'];
  const what = ['--require-hashes', '--no-deps', '--only-binary', ':all:', '-r', requirements];
  const { status, stderr, error } = spawnSync(
    'python3',
    ['-m', 'pip', 'download', ...options, ...what, '--dest', target],
    { encoding: 'utf8' },
  );
  if (status === 0) return undefined;
  const lines = (error?.message ?? stderr).trim().split('\n');
  return lines.findLast((line) => line.startsWith('ERROR')) ?? lines.at(-1) ?? '';
}

/**
 * Finds a Firefox on this machine.
 *
 * @module
 */

import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['firefox-esr', 'firefox'];

/** The path of a Firefox: `FIREFOX`, or the first known name on the path; undefined, in CI an error, where there is none. */
export function findFirefox(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const paths = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const found = process.env['FIREFOX'] ?? paths.find(isExecutable);
  if (found === undefined && process.env['CI']) {
    throw new Error('No Firefox was found: install one (Debian: apt-get install firefox-esr).');
  }
  return found;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

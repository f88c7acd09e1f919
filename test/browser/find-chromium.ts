/**
 * Finds a Chromium on this machine.
 *
 * @module
 */

import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** What to say when there is none. */
export const HOW_TO_GET_ONE =
  'No Chromium was found, so no page was opened: install one (Debian: apt-get install chromium) or name it in CHROMIUM.';

/** The path of a Chromium: `CHROMIUM`, or the first known name on the path. */
export function findChromium(): string | undefined {
  const named = process.env['CHROMIUM'];
  if (named) return named;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find((path) => isExecutable(path));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Finds a Chromium on this machine.
 *
 * @module
 */

import { findOnPath } from './find-on-path.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** What to say when there is none. */
export const HOW_TO_GET_ONE =
  'No Chromium was found, so no page was opened: install one (Debian: apt-get install chromium) or name it in CHROMIUM.';

/** The path of a Chromium: `CHROMIUM`, or the first known name on the path. */
export function findChromium(): string | undefined {
  return process.env['CHROMIUM'] || findOnPath(NAMES);
}

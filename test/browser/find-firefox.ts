/**
 * Finds a Firefox on this machine.
 *
 * @module
 */

import { findOnPath } from './find-on-path.ts';

const NAMES = ['firefox-esr', 'firefox'];

/** What to say when there is none. */
export const HOW_TO_GET_FIREFOX =
  'No Firefox was found, so nothing was tried in it: install one (Debian: apt-get install firefox-esr) or name it in FIREFOX.';

/** The path of a Firefox: `FIREFOX`, or the first known name on the path. */
export function findFirefox(): string | undefined {
  return process.env['FIREFOX'] || findOnPath(NAMES);
}

/**
 * Releases as text.
 *
 * @module
 */

import { VERSION } from '../version.ts';

/** The release as text, such as `2.2.28`. Releases that are not final are no subject here. @models django.utils.version:get_version */
export function getVersion(version: readonly (number | string)[] = VERSION): string {
  const [major, minor, micro] = version;
  return micro === 0 ? `${major}.${minor}` : `${major}.${minor}.${micro}`;
}

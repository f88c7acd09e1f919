/**
 * What may be the name of a file.
 *
 * @module
 */

import { SuspiciousFileOperation } from '../exceptions.ts';

/** The name, if it is that of a file and no path. @throws {SuspiciousFileOperation} @models django.core.files.utils:validate_file_name */
export function validateFileName(name: string): string {
  const last = name.slice(name.lastIndexOf('/') + 1);
  if (['', '.', '..'].includes(last)) {
    throw new SuspiciousFileOperation(`Could not derive file name from '${name}'`);
  }
  if (name !== last) {
    throw new SuspiciousFileOperation(`File name '${name}' includes path elements`);
  }
  return name;
}

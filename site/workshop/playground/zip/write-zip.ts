/**
 * A project as a zip file.
 *
 * @module
 */

import { strToU8, zipSync } from 'fflate';
import type { ProjectFiles } from '../project.ts';

/** Packs a project; `now` is what its files say when they were changed. */
export function writeZip(files: ProjectFiles, now: Date): Uint8Array {
  const packed = Object.entries(files).map(([path, text]) => [path, strToU8(text)] as const);
  return zipSync(Object.fromEntries(packed), { mtime: now });
}

/**
 * The files of a book.
 *
 * @module
 */

import { globSync } from 'node:fs';
import { join, sep } from 'node:path';

/** The MDX files below a folder, as paths from the root, in order. */
export function listChapters(root: string, folder: string): string[] {
  return globSync('**/*.mdx', { cwd: join(root, folder) })
    .map((file) => `${folder}/${file.split(sep).join('/')}`)
    .sort();
}

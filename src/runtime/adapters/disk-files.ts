/**
 * The files of this computer's disk, for `setFiles`.
 *
 * @module
 */

import { readdirSync, readFileSync, statSync } from 'node:fs';
import type { FileSource, FileStatus } from '../files.ts';

/** Reads the disk, below a folder if one is named: that is then the root of all paths. */
export class DiskFiles implements FileSource {
  readonly #root: string;

  constructor(root = '') {
    this.#root = root;
  }

  /** The content of a file. */
  read(path: string): Uint8Array | null {
    const status = this.status(path);
    return status && !status.isDirectory ? readFileSync(this.#root + path) : null;
  }

  /** A file's or a folder's status. */
  status(path: string): FileStatus | null {
    const found = statSync(this.#root + path, { throwIfNoEntry: false });
    if (!found) return null;
    return { isDirectory: found.isDirectory(), size: found.size, mtime: found.mtimeMs / 1000 };
  }

  /** The names in a folder. */
  list(path: string): string[] {
    return readdirSync(this.#root + path).toSorted();
  }
}

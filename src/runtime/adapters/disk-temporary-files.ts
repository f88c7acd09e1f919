/**
 * Temporary files on this computer's disk, for `setTemporaryFiles`.
 *
 * @module
 */

import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ValueError } from '../builtins.ts';
import type { TemporaryFile } from '../django/core/files/temp.ts';

const PIECE = 64 * 1024;

/** A file that only this user may read, gone once it is closed, even where somebody moved it away before. */
export class DiskTemporaryFile implements TemporaryFile {
  readonly name: string;
  readonly #descriptor: number;
  #position = 0;
  #closed = false;

  /** @param suffix how its name ends. @param folder where it is; the system's for `null`. @throws an `Error` with a `code` where it cannot be made. */
  constructor(suffix: string, folder: string | null) {
    this.name = join(folder ?? tmpdir(), `tmp${randomBytes(6).toString('hex')}${suffix}`);
    this.#descriptor = openSync(this.name, 'wx+', 0o600);
  }

  get closed(): boolean {
    return this.#closed;
  }

  read(size = -1): Uint8Array {
    this.#checkOpen();
    const pieces: Buffer[] = [];
    let left = size < 0 ? Number.POSITIVE_INFINITY : size;
    while (left > 0) {
      const piece = Buffer.alloc(Math.min(left, PIECE));
      const read = readSync(this.#descriptor, piece, 0, piece.length, this.#position);
      if (read === 0) break;
      pieces.push(piece.subarray(0, read));
      this.#position += read;
      left -= read;
    }
    return new Uint8Array(Buffer.concat(pieces));
  }

  write(data: Uint8Array): number {
    this.#checkOpen();
    let written = 0;
    while (written < data.length) {
      const left = data.subarray(written);
      written += writeSync(this.#descriptor, left, 0, left.length, this.#position + written);
    }
    this.#position += written;
    return written;
  }

  seek(position: number): number {
    this.#checkOpen();
    this.#position = position;
    return position;
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    closeSync(this.#descriptor);
    rmSync(this.name, { force: true });
  }

  #checkOpen(): void {
    if (this.#closed) throw new ValueError('I/O operation on closed file.');
  }
}
